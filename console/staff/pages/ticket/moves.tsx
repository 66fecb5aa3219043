import { Button } from 'antd';
import { useState } from 'react';
import type { TicketBody, Workspace } from '../../api';
import { words } from '../../words.vi';
import { MoveDialog } from './move-dialog';
import { moveWords, type MoveType } from './move-words';

interface MovesProps {
  ticket: TicketBody;
  /** What the server says this person may do now. */
  workspace: Workspace;
  moved: () => void;
}

const ENDING: MoveType[] = ['reject', 'duplicate'];

/** One button for each legal move; its dialog asks what the move needs. */
export function Moves({ ticket, workspace, moved }: MovesProps) {
  const [open, setOpen] = useState<MoveType>();
  const offered = (Object.keys(words.moves) as MoveType[]).filter((type) => workspace.moves.includes(type));
  if (offered.length === 0) return <p className="soft">{words.ticket.noMoves}</p>;
  return (
    <>
      <div className="moves">
        {offered.map((type, index) => (
          <Button
            key={type}
            type={index === 0 && type !== 'note' && type !== 'reclassify' ? 'primary' : 'default'}
            danger={ENDING.includes(type)}
            onClick={() => setOpen(type)}
          >
            {moveWords(type, ticket).label}
          </Button>
        ))}
      </div>
      {open && (
        <MoveDialog
          ticket={ticket}
          type={open}
          others={workspace.forAll.includes(open) ? (ticket.incident?.tickets.length ?? 0) : 0}
          left={() => setOpen(undefined)}
          moved={() => {
            setOpen(undefined);
            moved();
          }}
        />
      )}
    </>
  );
}

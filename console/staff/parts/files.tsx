import { Button, Modal } from 'antd';
import { useState } from 'react';
import { formatSize } from '../format';
import { takenWords } from '../taken';
import { words } from '../words.vi';
import { FileIcon, kindOf } from './file-icon';

interface Place {
  lat: number | null;
  lon: number | null;
}

interface FileShown {
  id: string;
  name: string;
  type: string;
  size?: number;
  url: string;
  taken?: ({ at: string | null } & Place) | undefined;
}

interface FilesProps {
  files: FileShown[];
  evidence?: readonly string[];
  /** This person may have files as they were sent in. */
  originals: boolean;
  /** Where it happens, as it was stated. */
  stated?: Place;
}

/** Photos as small pictures that open large; other files as links, with an icon of their kind. */
export function Files({ files, evidence = [], originals, stated }: FilesProps) {
  const [open, setOpen] = useState<FileShown>();
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id} className={isPicture(file) ? 'picture' : undefined}>
            {isPicture(file) ? (
              <Thumb file={file} open={() => setOpen(file)} />
            ) : (
              <Paper file={file} originals={originals} />
            )}
            {evidence.includes(file.id) && <small>{words.ticket.evidence}</small>}
            {file.taken && <TakenNote taken={file.taken} stated={stated} />}
          </li>
        ))}
      </ul>
      <Modal
        open={open !== undefined}
        title={open?.name}
        width="min(960px, 96vw)"
        onCancel={() => setOpen(undefined)}
        footer={
          <>
            {originals && open && (
              <Button href={`${open.url}?original=1`} title={words.files.originalNote}>
                {words.files.original}
              </Button>
            )}
            <Button type="primary" onClick={() => setOpen(undefined)}>
              {words.files.close}
            </Button>
          </>
        }
      >
        {open && <img className="large" src={open.url} alt={open.name} />}
        {open?.taken && <TakenNote taken={open.taken} stated={stated} />}
      </Modal>
    </>
  );
}

const isPicture = ({ type }: FileShown) => type.startsWith('image/');

function Thumb({ file, open }: { file: FileShown; open: () => void }) {
  return (
    <button type="button" aria-label={words.files.open(file.name)} onClick={open}>
      <img src={`${file.url}?size=thumb`} alt={file.name} loading="lazy" />
    </button>
  );
}

function Paper({ file: { name, type, size, url }, originals }: { file: FileShown; originals: boolean }) {
  const kind = kindOf(type);
  return (
    <>
      <a className="paper" href={url} download={name}>
        <FileIcon kind={kind} />
        <span className="name">{name}</span>
        {size !== undefined && <small>{formatSize(size)}</small>}
      </a>
      {originals && kind !== 'paper' && (
        <small>
          <a href={`${url}?original=1`} title={words.files.originalNote}>
            {words.files.original}
          </a>
        </small>
      )}
    </>
  );
}

interface TakenNoteProps {
  taken: NonNullable<FileShown['taken']>;
  stated: Place | undefined;
}

function TakenNote({ taken, stated }: TakenNoteProps) {
  return (
    <small className="taken" title={words.files.taken.note}>
      {takenWords(taken, stated ?? { lat: null, lon: null })}
    </small>
  );
}

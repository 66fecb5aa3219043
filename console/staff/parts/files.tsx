import { Button, Modal } from 'antd';
import { useState } from 'react';
import { formatSize } from '../format';
import { words } from '../words.vi';

interface FileShown {
  id: string;
  name: string;
  type: string;
  size?: number;
  url: string;
}

interface FilesProps {
  files: FileShown[];
  evidence?: readonly string[];
  /** This person may have files as they were sent in. */
  originals: boolean;
}

/** Photos as small pictures that open large; other files as links. */
export function Files({ files, evidence = [], originals }: FilesProps) {
  const [open, setOpen] = useState<FileShown>();
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            {file.type.startsWith('image/') ? (
              <button type="button" aria-label={words.files.open(file.name)} onClick={() => setOpen(file)}>
                <img src={file.url} alt={file.name} loading="lazy" />
              </button>
            ) : (
              <a href={file.url} download={file.name}>
                {file.name} {file.size !== undefined && <small>({formatSize(file.size)})</small>}
              </a>
            )}
            {evidence.includes(file.id) && <small>{words.ticket.evidence}</small>}
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
      </Modal>
    </>
  );
}

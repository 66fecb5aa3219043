import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { api, type Evidence } from '../../api';
import { words } from '../../words.vi';

const { fields } = words.moves;

interface EvidencePickerProps {
  code: string;
  /** Ids of the files, kept by the form. */
  onChange?: (ids: string[]) => void;
}

/** Uploads files as they are picked. */
export function EvidencePicker({ code, onChange }: EvidencePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const [added, setAdded] = useState<Evidence[]>([]);
  const keep = (next: Evidence[]) => {
    setAdded(next);
    onChange?.(next.map(({ fileId }) => fileId));
  };
  const upload = useMutation({
    mutationFn: async (files: File[]) => {
      const done: Evidence[] = [];
      try {
        for (const file of files) done.push(await api.addEvidence(code, file));
      } finally {
        keep([...added, ...done]);
      }
    },
  });
  return (
    <>
      <ul className="picked">
        {added.map(({ fileId, name }) => (
          <li key={fileId}>
            {name}{' '}
            <Button
              size="small"
              type="text"
              aria-label={fields.remove(name)}
              onClick={() => keep(added.filter((each) => each.fileId !== fileId))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        className="unseen"
        multiple
        accept="image/*,application/pdf,.docx,video/mp4,video/quicktime,video/3gpp,video/webm,audio/*"
        aria-label={fields.evidence}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) upload.mutate(files);
        }}
      />
      <Button loading={upload.isPending} onClick={() => input.current?.click()}>
        {upload.isPending ? fields.uploading : fields.addEvidence}
      </Button>
      {upload.isError && <Alert className="failed" type="error" showIcon title={upload.error.message} />}
    </>
  );
}

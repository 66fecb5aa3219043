import { words } from '../words.vi';

const PATHS = {
  paper: 'M6 2a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8l-6-6zm7 1.500L18.500 9H13z',
  video: 'M4 5a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-3l5 3.500v-11L17 10V7a2 2 0 0 0-2-2z',
  sound:
    'M12 2a3 3 0 0 0-3 3v7a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3zM5 11h2a5 5 0 0 0 10 0h2a7 7 0 0 1-6 6.900V22h-2v-4.100A7 7 0 0 1 5 11z',
};

export type FileKind = keyof typeof PATHS;

export function kindOf(type: string): FileKind {
  if (type.startsWith('video/')) return 'video';
  return type.startsWith('audio/') ? 'sound' : 'paper';
}

/** Drawn here, since not every office machine has a font with such signs. */
export function FileIcon({ kind }: { kind: FileKind }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" role="img" aria-label={words.files.kinds[kind]}>
      <path d={PATHS[kind]} fill="currentColor" />
    </svg>
  );
}

interface Kept {
  dialogStack?: { id: string; state: object }[];
}

/** The dialogs that are under way, as the memory of a conversation keeps them, the innermost last. */
export function dialogsKept(
  memory: Readonly<Record<string, unknown>>,
): readonly { id: string; state: object }[] {
  return ((memory['dialogs'] ?? {}) as Kept).dialogStack ?? [];
}

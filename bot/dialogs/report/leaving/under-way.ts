import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { ReportDialog } from '../dialog';

/** The report that is being told. */
export function reportUnderWay(dialogs: DialogContext): ReportDialog | undefined {
  const { activeDialog } = dialogs;
  const dialog = activeDialog && dialogs.findDialog(activeDialog.id);
  return dialog instanceof ReportDialog ? dialog : undefined;
}

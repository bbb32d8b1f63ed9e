import { localAddress } from './sheet-data';

export type ChangeListener = (sheetId: string, address: string) => void;

/**
 * Tells edits of others from our own. Excel names the source of a change from ExcelApi 1.14 on; before that the
 * addresses we have written are remembered until their event has come.
 */
export class ChangeFilter {
  private readonly expected = new Map<string, number>();

  /** A write of ours that will come back as an event. */
  expect(sheetId: string, address: string): void {
    const key = `${sheetId}!${address}`;
    this.expected.set(key, (this.expected.get(key) ?? 0) + 1);
  }

  isOurs(event: Excel.WorksheetChangedEventArgs): boolean {
    const key = `${event.worksheetId}!${localAddress(event.address)}`;
    const count = this.expected.get(key) ?? 0;
    if (count > 1) this.expected.set(key, count - 1);
    else this.expected.delete(key);
    // An Excel without the property sends nothing under its name, whatever the types say.
    const source = event.triggerSource as Excel.EventTriggerSource | 'Unknown' | 'ThisLocalAddin' | undefined;
    return source === undefined || source === 'Unknown'
      ? count > 0 && source === undefined
      : source === 'ThisLocalAddin';
  }
}

import type { UniverApi } from '../univer/univer-api';

type Preset = (options?: object) => object;

/** What Univer's scripts leave in the window. */
type Globals = Readonly<{
  UniverPresets: { createUniver(options: object): { univerAPI: UniverApi } };
  UniverCore: { LocaleType: { ZH_CN: string }; mergeLocales(...locales: object[]): object };
  UniverPresetSheetsCore: { UniverSheetsCorePreset: Preset };
  UniverPresetSheetsCoreZhCN: object;
  UniverPresetSheetsConditionalFormatting: { UniverSheetsConditionalFormattingPreset: Preset };
  UniverPresetSheetsConditionalFormattingZhCN: object;
  UniverPresetSheetsNote: { UniverSheetsNotePreset: Preset };
  UniverPresetSheetsNoteZhCN: object;
}>;

/** Starts Univer inside an element, in Chinese. */
export function startUniver(container: string): UniverApi {
  const univer = globalThis as unknown as Globals;
  const locale = univer.UniverCore.LocaleType.ZH_CN;
  return univer.UniverPresets.createUniver({
    locale,
    locales: {
      [locale]: univer.UniverCore.mergeLocales(
        univer.UniverPresetSheetsCoreZhCN,
        univer.UniverPresetSheetsConditionalFormattingZhCN,
        univer.UniverPresetSheetsNoteZhCN,
      ),
    },
    presets: [
      univer.UniverPresetSheetsCore.UniverSheetsCorePreset({ container }),
      univer.UniverPresetSheetsConditionalFormatting.UniverSheetsConditionalFormattingPreset(),
      univer.UniverPresetSheetsNote.UniverSheetsNotePreset(),
    ],
  }).univerAPI;
}

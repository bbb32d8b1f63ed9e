import { createContext, useContext } from 'react';
import type { Preferences } from '../../core';
import { enUS } from './en-US';
import { zhCN, type Strings } from './zh-CN';

export type { Strings } from './zh-CN';

export type Language = 'zh-CN' | 'en-US';

/** Chinese unless the workbook's setting, or Office itself, is in English: the tables that are read are Chinese. */
export function languageOf(preference: Preferences['language'], officeLanguage: string): Language {
  if (preference !== 'auto') return preference;
  return officeLanguage.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

export function stringsOf(language: Language): Strings {
  return language === 'en-US' ? enUS : zhCN;
}

export const StringsContext = createContext<Strings>(zhCN);

/** The words of the pane's language. */
export function useStrings(): Strings {
  return useContext(StringsContext);
}

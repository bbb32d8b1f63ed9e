import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** What Office says about its own look; absent in Excel on the web. */
export type OfficeLook = Readonly<{ isDarkTheme?: boolean; bodyBackgroundColor?: string }> | null;

/**
 * Whether the pane is dark: as Office is, where Office says so; else as the system is; else light. High contrast needs
 * no theme: the system's forced colours take the place of either.
 */
export function isDark(office: OfficeLook, systemIsDark: boolean): boolean {
  if (office?.isDarkTheme !== undefined) return office.isDarkTheme;
  const luminance =
    office?.bodyBackgroundColor === undefined ? null : luminanceOf(office.bodyBackgroundColor);
  return luminance === null ? systemIsDark : luminance < 0.5;
}

/** Relative brightness of `#rrggbb`, 0 to 1; `null` when the text is no colour. */
function luminanceOf(color: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  // Weights of the eye's sensitivity, ITU-R BT.709.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const SYSTEM_DARK = '(prefers-color-scheme: dark)';

/** The theme to draw with; follows the system while the pane is open. */
export function useTheme(office: OfficeLook): Theme {
  const [systemIsDark, setSystemIsDark] = useState(() => systemMatches());
  useEffect(() => {
    if (typeof window.matchMedia !== 'function') return;
    const query = window.matchMedia(SYSTEM_DARK);
    const follow = (): void => {
      setSystemIsDark(query.matches);
    };
    query.addEventListener('change', follow);
    return () => {
      query.removeEventListener('change', follow);
    };
  }, []);
  return isDark(office, systemIsDark) ? webDarkTheme : webLightTheme;
}

function systemMatches(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia(SYSTEM_DARK).matches;
}

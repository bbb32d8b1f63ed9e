import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard in the pane: when what had the focus is taken away (a finding that was solved, with the button that
 * solved it), the focus goes to `refuge` instead of nowhere. Never while somebody works in the sheet.
 */
export function useKeptFocus(refuge: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Element) last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
    };
  }, []);
  // After every drawing: each may have been the one.
  useEffect(() => {
    const isLost = document.activeElement === document.body && last.current?.isConnected === false;
    if (!isLost || !document.hasFocus()) return;
    last.current = null;
    refuge.current?.focus();
  });
}

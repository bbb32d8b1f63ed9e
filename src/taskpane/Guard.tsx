import { Component, type ReactNode } from 'react';
import { languageOf, stringsOf } from './strings/strings';

type Props = Readonly<{ children: ReactNode }>;
type State = Readonly<{ error: Error | null }>;

/** The last resort: a bug of ours shows a sentence and its text, never an empty pane. */
export class Guard extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { app } = stringsOf(languageOf('auto', navigator.language));
    return (
      <div className="starting" role="alert">
        <p>{app.crashed}</p>
        <pre>{error.message}</pre>
        <button
          type="button"
          onClick={() => {
            window.location.reload();
          }}
        >
          {app.reload}
        </button>
      </div>
    );
  }
}

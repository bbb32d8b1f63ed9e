/**
 * Teaches the office.js client of the npm package the notes of ExcelApi 1.18, which its release does not have. The classes
 * have the members that `@types/office-js` publishes and are put together from the client's own parts, so that every
 * path, action and result goes the way of all others. Not Microsoft's own code: how a newer client words the request is
 * concluded from its neighbours (`CommentCollection`), and never was compared with Excel.
 */

type Path = unknown;
type ClientObject = Readonly<{ context: unknown; _isNull: boolean }> & {
  _handleResult(value: unknown): void;
  _handleIdResult(value: unknown): void;
};
type Type = new (context: unknown, path: Path) => ClientObject;

/** The parts of the client that its own classes are made of. */
type Parts = Readonly<{
  ClientObject: Type;
  BatchApiHelper: Readonly<{
    createPropertyObject(
      type: Type,
      parent: unknown,
      name: string,
      collection: boolean,
      flags: number,
    ): ClientObject;
    createMethodObject(
      type: Type,
      parent: unknown,
      name: string,
      operation: number,
      args: readonly unknown[],
      collection: boolean,
      invalidAfterRequest: boolean,
      getById: string | null,
      flags: number,
    ): ClientObject;
    createChildItemObject(
      type: Type,
      indexer: boolean,
      parent: unknown,
      data: unknown,
      index: number,
    ): ClientObject;
    invokeMethod(
      target: unknown,
      name: string,
      operation: number,
      args: readonly unknown[],
      flags: number,
      result: number,
    ): unknown;
    invokeSetProperty(target: unknown, name: string, value: unknown, flags: number): void;
  }>;
  Utility: Readonly<{
    fixObjectPathIfNecessary(target: unknown, value: unknown): void;
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void;
    load(target: unknown, options: unknown): unknown;
  }>;
}>;

const READ = 1;
const WRITE = 0;
const READ_FLAGS = 4;

/** Adds `notes` to every worksheet of the client; answers how to take it away again. */
export function teachNotes(): () => void {
  const { Worksheet } = globalThis.Excel as unknown as { Worksheet: { prototype: object } };
  const Notes = notesType(globalThis.OfficeExtension as unknown as Parts);
  Object.defineProperty(Worksheet.prototype, 'notes', {
    configurable: true,
    get(this: { ownNotes?: ClientObject }) {
      const { BatchApiHelper } = globalThis.OfficeExtension as unknown as Parts;
      this.ownNotes ??= BatchApiHelper.createPropertyObject(Notes, this, 'Notes', true, READ_FLAGS);
      return this.ownNotes;
    },
  });
  return () => {
    delete (Worksheet.prototype as { notes?: unknown }).notes;
  };
}

function notesType({ ClientObject, BatchApiHelper, Utility }: Parts): Type {
  class Note extends ClientObject {
    private text: string | null | undefined;

    get _className(): string {
      return 'Note';
    }

    get _scalarPropertyNames(): string[] {
      return ['content'];
    }

    get content(): string | null | undefined {
      Utility.throwIfNotLoaded('content', this.text, 'Note', this._isNull);
      return this.text;
    }

    set content(text: string | null | undefined) {
      this.text = text;
      BatchApiHelper.invokeSetProperty(this, 'Content', text, 0);
    }

    load(options: unknown): unknown {
      return Utility.load(this, options);
    }

    delete(): void {
      BatchApiHelper.invokeMethod(this, 'Delete', WRITE, [], 0, 0);
    }

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (this._isNull) this.text = null;
      if (value === null || value === undefined) return;
      Utility.fixObjectPathIfNecessary(this, value);
      const { Content } = value as { Content?: string };
      if (Content !== undefined) this.text = Content;
    }
  }

  class NoteCollection extends ClientObject {
    private list: ClientObject[] | undefined;

    get _className(): string {
      return 'NoteCollection';
    }

    get _isCollection(): boolean {
      return true;
    }

    get items(): ClientObject[] | undefined {
      Utility.throwIfNotLoaded('items', this.list, 'NoteCollection', this._isNull);
      return this.list;
    }

    load(options: unknown): unknown {
      return Utility.load(this, options);
    }

    add(cell: string, content: string): ClientObject {
      return BatchApiHelper.createMethodObject(
        Note,
        this,
        'Add',
        WRITE,
        [cell, content],
        false,
        true,
        null,
        0,
      );
    }

    getItemOrNullObject(key: string): ClientObject {
      const name = 'GetItemOrNullObject';
      return BatchApiHelper.createMethodObject(Note, this, name, READ, [key], false, false, null, READ_FLAGS);
    }

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (value === null || value === undefined) return;
      Utility.fixObjectPathIfNecessary(this, value);
      const { _Items: items } = value as { _Items?: unknown[] };
      this.list = items?.map((data, index) => {
        const item = BatchApiHelper.createChildItemObject(Note, true, this, data, index);
        item._handleResult(data);
        return item;
      });
    }
  }
  return NoteCollection;
}

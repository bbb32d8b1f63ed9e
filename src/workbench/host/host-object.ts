import { unknownMember } from './rich-error';

export type Scalar = Readonly<{ get?: () => unknown; set?: (value: unknown) => void }>;

/** A method answers a {@link HostObject}, `null` for a null object, or plain JSON. */
export type Method = (...args: readonly unknown[]) => unknown;

/** Everything the client may ask of one object, under the camel-case names of the public API. */
export type Shape = Readonly<{
  type: string;
  /** What a client needs to name the object again: `Id`, or `_ReferenceId` for a range. */
  identity?: () => Readonly<Record<string, unknown>>;
  scalars?: Readonly<Record<string, Scalar>>;
  children?: Readonly<Record<string, () => HostObject | null>>;
  methods?: Readonly<Record<string, Method>>;
  item?: (key: unknown) => HostObject;
  items?: () => readonly HostObject[];
}>;

/** One object of the host's object model, behind a path of the wire protocol. */
export class HostObject {
  constructor(readonly shape: Shape) {}

  identity(): Readonly<Record<string, unknown>> {
    return this.shape.identity?.() ?? {};
  }

  child(name: string): HostObject | null {
    const child = own(this.shape.children, name);
    if (!child) throw unknownMember(this.shape.type, name);
    return child();
  }

  item(key: unknown): HostObject {
    if (!this.shape.item) throw unknownMember(this.shape.type, 'getItem');
    return this.shape.item(key);
  }

  call(name: string, args: readonly unknown[]): unknown {
    const method = own(this.shape.methods, name);
    if (!method) throw unknownMember(this.shape.type, name);
    return method(...args);
  }

  set(name: string, value: unknown): void {
    const set = own(this.shape.scalars, name)?.set;
    if (!set) throw unknownMember(this.shape.type, `${name} (write)`);
    set(value);
  }

  /** Answer to a load: the named properties, `a/b` of a navigation property, `*` for every scalar. */
  load(select: readonly string[]): Readonly<Record<string, unknown>> {
    if (this.shape.items) return { _Items: this.shape.items().map((item) => item.load(select)) };
    const answer: Record<string, unknown> = { ...this.identity() };
    for (const [head, tails] of byHead(select)) {
      if (head === '*') Object.assign(answer, this.everyScalar());
      else if (tails.length > 0) answer[pascal(head)] = this.child(head)?.load(tails) ?? null;
      else if (own(this.shape.children, head)) answer[pascal(head)] = this.child(head)?.load(['*']) ?? null;
      else answer[pascal(head)] = this.scalar(head);
    }
    return answer;
  }

  private scalar(name: string): unknown {
    const get = own(this.shape.scalars, name)?.get;
    if (!get) throw unknownMember(this.shape.type, name);
    return get();
  }

  private everyScalar(): Record<string, unknown> {
    const readable = Object.entries(this.shape.scalars ?? {}).filter(([, scalar]) => scalar.get);
    return Object.fromEntries(readable.map(([name, scalar]) => [pascal(name), scalar.get?.()]));
  }
}

/** `getRange` for `GetRange`; names on the wire are Pascal case. Names that start with `_` stay. */
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

function byHead(select: readonly string[]): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const path of select) {
    const slash = path.indexOf('/');
    const head = slash < 0 ? path : path.slice(0, slash);
    const tails = heads.get(head) ?? [];
    if (slash >= 0) tails.push(path.slice(slash + 1));
    heads.set(head, tails);
  }
  return heads;
}

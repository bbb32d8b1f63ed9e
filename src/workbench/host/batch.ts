import { camel, HostObject } from './host-object';
import { itemNotFound, RichError, unknownMember } from './rich-error';
import type { HostSession } from './session';
import { serviceObject } from './objects/services';
import { requireMember } from './since';
import {
  ACTION,
  type ArgumentInfo,
  PATH,
  type WireAction,
  type WireAnswer,
  type WireBody,
  type WirePath,
  type WireResult,
} from './wire';

/** Object behind a path; `null` is a null object. */
type Resolved = HostObject | null;

/** Carries out one batch, in order. As in Excel, what ran before an error stays done. */
export function answerBatch(session: HostSession, root: HostObject, body: WireBody): WireAnswer {
  const resolve = pathResolver(session, root, body);
  const results: WireResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      const value = perform(session, action, resolve);
      if (action.ActionType !== ACTION.setProperty) results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof RichError)) throw error;
      const location = error.location ?? (action.Name === '' ? `action ${index}` : action.Name);
      return {
        Results: results,
        TraceIds: traces,
        Error: { Code: error.code, Message: error.message, ActionIndex: index, Location: location },
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

function perform(session: HostSession, action: WireAction, resolve: (id: number) => Resolved): unknown {
  const args = argumentsOf(action.ArgumentInfo, resolve);
  if (action.ActionType === ACTION.trace) return null;
  const target = resolve(action.ObjectPathId);
  if (!target) return null;
  return located(target.shape.type, action.Name, () => carryOut(session, action, target, args));
}

function carryOut(
  session: HostSession,
  action: WireAction,
  target: HostObject,
  args: readonly unknown[],
): unknown {
  switch (action.ActionType) {
    case ACTION.instantiate:
      return target.identity();
    case ACTION.query:
      for (const path of action.QueryInfo?.Select ?? [])
        requireMember(session.switches, target.shape.type, path.split('/')[0] ?? '');
      return target.load(action.QueryInfo?.Select ?? ['*']);
    case ACTION.method:
      if (action.Name === '_KeepReference') return session.keep(target);
      if (action.Name === '_RemoveReference') return session.release(args);
      requireMember(session.switches, target.shape.type, camel(action.Name));
      return plain(target.call(camel(action.Name), args));
    case ACTION.setProperty:
      requireMember(session.switches, target.shape.type, camel(action.Name));
      target.set(camel(action.Name), args[0]);
      return null;
    default:
      throw unknownMember('ActionType', String(action.ActionType));
  }
}

/** Arguments of a call; an object travels as the path it is found behind. */
function argumentsOf(given: ArgumentInfo | undefined, resolve: (id: number) => Resolved): readonly unknown[] {
  const paths = given?.ReferencedObjectPathIds ?? [];
  return (given?.Arguments ?? []).map((value, index) => {
    const path = paths[index];
    return typeof path === 'number' && path > 0 ? resolve(path) : value;
  });
}

/** A method that answers an object tells its identity; everything else travels as it is. */
function plain(value: unknown): unknown {
  return value instanceof HostObject ? value.identity() : (value ?? null);
}

function pathResolver(session: HostSession, root: HostObject, body: WireBody): (id: number) => Resolved {
  // A method path such as `Add` must run exactly once, however often it is named.
  const known = new Map<number, Resolved>();
  const resolve = (id: number): Resolved => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = find(id);
    known.set(id, found);
    return found;
  };
  const find = (id: number): Resolved => {
    const path = body.ObjectPaths[String(id)];
    if (!path) throw new RichError('InvalidObjectPath', `Path ${id} is not part of the request.`);
    const args = argumentsOf(path.ArgumentInfo, resolve);
    if (path.ObjectPathType === PATH.global) return root;
    if (path.ObjectPathType === PATH.service) return serviceObject(path.Name);
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) return session.referenced(path.Name);
    const parent = resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    requireMember(session.switches, parent.shape.type, camel(path.Name));
    return located(parent.shape.type, path.Name, () => step(path, parent, args));
  };
  return resolve;
}

/** The object one step down a path. */
function step(path: WirePath, parent: HostObject, args: readonly unknown[]): Resolved {
  switch (path.ObjectPathType) {
    case PATH.property:
      return parent.child(camel(path.Name));
    case PATH.indexer:
      return parent.item(args[0]);
    case PATH.method: {
      const made = parent.call(camel(path.Name), args);
      if (made !== null && !(made instanceof HostObject)) throw itemNotFound();
      return made;
    }
    default:
      throw unknownMember('ObjectPathType', String(path.ObjectPathType));
  }
}

/** Names the member that refused; the innermost one counts. */
function located<T>(type: string, member: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RichError && member !== '') error.location ??= `${type}.${camel(member)}`;
    throw error;
  }
}

import { answerBatch } from './batch';
import { rootObject } from './objects/workbook';
import type { HostSession } from './session';
import {
  FLAG_DELAY_FOR_CELL_EDIT,
  type NativeBridge,
  PATH,
  type WireAnswer,
  type WireBody,
  type WireRequest,
} from './wire';

const POLL_EDIT_MODE_MS = 20;

/** The bridge that the office.js client talks through, with the host of this session at its other end. */
export function createBridge(session: HostSession): NativeBridge {
  const root = rootObject(session);
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      queue = queue.then(() => handle(text));
    },
  };
  // One batch after the other, as Excel does it.
  let queue: Promise<void> = Promise.resolve();
  const send = (message: unknown): void => {
    bridge.onMessageFromHost?.(JSON.stringify(message));
  };
  session.push = (entries) => {
    send({ type: 3, message: { entries: entries.map((entry) => ({ messageCategory: 65_536, ...entry })) } });
  };

  async function handle(text: string): Promise<void> {
    const request = JSON.parse(text) as WireRequest;
    const reply = (answer: WireAnswer): void => {
      const body = JSON.stringify(answer);
      session.record.answerBytes += bytes(body);
      send({ id: request.id, type: 2, message: { statusCode: 200, headers: {}, body } });
    };
    try {
      reply(await answerRequest(session, root, request, text));
    } catch (error) {
      // A bug of the host must reach the test that met it, not hang it.
      reply(
        refusal(
          'WorkbenchFailure',
          error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
        ),
      );
    }
    session.flush();
  }
  return bridge;
}

async function answerRequest(
  session: HostSession,
  root: ReturnType<typeof rootObject>,
  request: WireRequest,
  text: string,
): Promise<WireAnswer> {
  const { record, switches } = session;
  const { body } = request.message;
  if (isCleanup(body)) record.cleanups += 1;
  else if (isService(body)) record.services += 1;
  else record.syncs += 1;
  record.requestBytes += bytes(text);
  if (switches.lost)
    return refusal('InvalidOrTimedOutSession', 'Your Excel session has expired or is invalid.');
  if (switches.payloadLimit !== null && bytes(text) > switches.payloadLimit)
    return refusal('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
  if (switches.editMode && !isCleanup(body)) {
    if ((request.flags & FLAG_DELAY_FOR_CELL_EDIT) === 0)
      return refusal(
        'InvalidOperationInCellEditMode',
        'Excel is in cell-editing mode. Please exit the edit mode and try again.',
      );
    await until(() => !switches.editMode);
  }
  const answer = session.during(() => answerBatch(session, root, body));
  await session.model.settle();
  if (switches.payloadLimit !== null && bytes(JSON.stringify(answer)) > switches.payloadLimit)
    return refusal('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
  return answer;
}

const refusal = (Code: string, Message: string): WireAnswer => ({
  Results: [],
  TraceIds: [],
  Error: { Code, Message },
});

const isCleanup = (body: WireBody): boolean =>
  body.Actions.some((action) => action.Name === '_RemoveReference') &&
  body.Actions.every((action) => action.Name === '_RemoveReference' || action.ActionType === 1);

const isService = (body: WireBody): boolean =>
  Object.values(body.ObjectPaths).every((path) => path.ObjectPathType === PATH.service);

/** Length in UTF-8. TextEncoder is missing in jsdom. */
function bytes(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // A surrogate is half of a character of four bytes.
    if (code > 0x7f) count += code >= 0xd800 && code <= 0xdfff ? 1 : code > 0x7ff ? 2 : 1;
  }
  return count;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, POLL_EDIT_MODE_MS));
}

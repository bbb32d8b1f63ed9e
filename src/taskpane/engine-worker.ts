import type { ReviewRequest, ReviewReply } from './background';

// The engine on a thread of its own: the pane keeps drawing while a long workbook is computed, and giving the run up ends
// it. The engine itself is the same file that the pane loads.

async function answer({ id, snapshot, profile, answers }: ReviewRequest): Promise<ReviewReply> {
  try {
    const { review } = await import(/* webpackChunkName: "engine" */ './engine');
    return { id, review: review(snapshot, profile, answers) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ReviewRequest>) => {
  void answer(data).then((reply) => {
    self.postMessage(reply);
  });
});

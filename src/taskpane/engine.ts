// What the pane computes with, apart from what it is drawn with: fetched while Office starts, so that the page itself stays
// small. The engine is a third of the add-in.
export { PROFILES } from '../core/profiles/profiles';
export { checkPage } from '../core/checks/pages';
export { review } from '../core/review';

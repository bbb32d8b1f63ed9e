import type { Answers, FindingNote } from './answers';
import {
  asAnswers,
  asBinding,
  asFlag,
  asNote,
  asPreferences,
  asProfileChoice,
  asRun,
  listOf,
} from './kept-shapes';
import type { CellPatch } from './patches/patch';
import type { Profile } from './profiles/profile';
import type { CellRef } from './snapshot/address';

/**
 * Names under which ziping keeps its state with a workbook; a host puts the program's own prefix before them where
 * other programs keep theirs. Each holds one JSON text. They are part of the file that is
 * handed in, so they hold no person's name and nothing that is not also on a sheet or was typed into the pane.
 */
export const KEPT_KEYS = {
  answers: 'answers',
  bindings: 'bindings',
  notes: 'notes',
  profile: 'profile',
  preferences: 'preferences',
  runs: 'runs',
  marked: 'marked',
} as const;

export type KeptKey = keyof typeof KEPT_KEYS;

/** A number that a person asked ziping to read from a cell at every check, instead of typing it. */
export type Binding = CellRef &
  Readonly<{
    /** Indicator the number is for, by its name (or `project/name`). */
    indicator: string;
    /** Quantity, in the words of the standard. */
    name: string;
    /** What the cell's number is multiplied by to be in the workbook's unit of money; absent for 1. */
    scale?: number;
  }>;

/** The profile a workbook is checked under: its identifier, and the readings in which it departs from it. */
export type ProfileChoice = Readonly<{
  id: string;
  readings: Readonly<Partial<Pick<Profile, 'perPoint' | 'reverse'>>>;
}>;

export type Preferences = Readonly<{
  /** fill: blank score cells only. overwrite: propose to replace differing scores as well. */
  mode: 'fill' | 'overwrite';
  write: 'values' | 'formulas';
  marks: boolean;
  language: 'auto' | 'zh-CN' | 'en-US';
}>;

/** One writing of scores, kept so that it can be taken back after the pane was closed. */
export type Run = Readonly<{
  /** Moment of the run, ISO 8601. */
  at: string;
  kind: 'score' | 'fix';
  patches: readonly CellPatch[];
  /** Whether marks of ours stood on the sheets before the run. */
  markedBefore: boolean;
}>;

/** Everything that is kept with a workbook. */
export type Kept = Readonly<{
  answers: Answers;
  bindings: readonly Binding[];
  notes: readonly FindingNote[];
  profile: ProfileChoice;
  preferences: Preferences;
  /** Latest first. */
  runs: readonly Run[];
  /** Whether marks of ours stand on the sheets. */
  marked: boolean;
}>;

/** A kept text that could not be read; it is left untouched until something new is kept under the same name. */
export type Damage = Readonly<{ key: KeptKey; message: string }>;

/** What a workbook starts with that ziping has never seen. */
export const NOTHING_KEPT: Kept = {
  answers: {},
  bindings: [],
  notes: [],
  profile: { id: 'national', readings: {} },
  preferences: { mode: 'fill', write: 'values', marks: true, language: 'auto' },
  runs: [],
  marked: false,
};

/** Runs that can be taken back. More would make the file grow without anybody reaching so far back. */
const MAX_RUNS = 10;
/** Excel keeps settings inside the file; a workbook with hundreds of projects must not grow by megabytes. */
const MAX_RUNS_TEXT = 200_000;

const LABELS: Readonly<Record<KeptKey, string>> = {
  answers: '补充的数据',
  bindings: '取数单元格',
  notes: '说明和忽略',
  profile: '地方口径',
  preferences: '设置',
  runs: '撤销记录',
  marked: '标记状态',
};

/** Reads what is kept; a damaged text counts as nothing kept and is named, the others are used. */
export function parseKept(
  settings: Readonly<Record<string, string>>,
): Readonly<{ kept: Kept; damaged: readonly Damage[] }> {
  const damaged: Damage[] = [];
  const read = <T>(key: KeptKey, shape: (value: unknown) => T | null, otherwise: T): T => {
    const text = settings[KEPT_KEYS[key]];
    if (text === undefined) return otherwise;
    const value = shape(parseJson(text));
    if (value !== null) return value;
    damaged.push({
      key,
      message: `工作簿中保存的“${LABELS[key]}”已损坏，本次按没有处理；重新填写后会覆盖。`,
    });
    return otherwise;
  };
  const kept: Kept = {
    answers: read('answers', asAnswers, NOTHING_KEPT.answers),
    bindings: read('bindings', listOf(asBinding), NOTHING_KEPT.bindings),
    notes: read('notes', listOf(asNote), NOTHING_KEPT.notes),
    profile: read('profile', asProfileChoice, NOTHING_KEPT.profile),
    preferences: read('preferences', asPreferences, NOTHING_KEPT.preferences),
    runs: read('runs', listOf(asRun), NOTHING_KEPT.runs),
    marked: read('marked', asFlag, NOTHING_KEPT.marked),
  };
  return { kept, damaged };
}

/**
 * The texts to keep for a part of the state; what equals the initial state is deleted (`null`), so that a workbook in
 * which nothing was answered carries nothing.
 */
export function serialiseKept(part: Partial<Kept>): Readonly<Record<string, string | null>> {
  const settings: Record<string, string | null> = {};
  for (const key of Object.keys(KEPT_KEYS) as KeptKey[]) {
    const value = key === 'runs' && part.runs ? recentRuns(part.runs) : part[key];
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    settings[KEPT_KEYS[key]] = text === JSON.stringify(NOTHING_KEPT[key]) ? null : text;
  }
  return settings;
}

/** The runs that are kept: the latest ones that fit. The latest always stays, whatever its size. */
export function recentRuns(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  let size = 0;
  for (const run of runs.slice(0, MAX_RUNS)) {
    size += JSON.stringify(run).length;
    if (kept.length > 0 && size > MAX_RUNS_TEXT) break;
    kept.push(run);
  }
  return kept;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Anything may stand in a settings text that another program rewrote; `undefined` fits no shape below.
    return undefined;
  }
}

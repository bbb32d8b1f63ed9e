import { ZERO, type Exact } from '../scoring/number';
import type { Clause } from './clause';
import type { Expression } from './expression';
import type { Hold } from './test';

/** A stretch of the original text. */
export type Stretch = Readonly<{ from: number; to: number; text: string }>;

/** A question only a person can answer; `span` is the stretch of text an answer may quote. */
export type Question = Readonly<{
  id: number;
  kind: 'count' | 'tick' | 'choice' | 'condition';
  span: Stretch;
  /** The words that name it in an answer. */
  name: string;
  /** The numbered part it stands in, for telling equal words apart. */
  section?: Stretch;
  /** Heading of the part with points of its own that it stands in. */
  under?: string;
  /** Asked only when answered: the figures decide, an answer may spare them. */
  optional?: boolean;
  /** Points are earned by it: when all else counts as in order, its number is still unknown. */
  earned?: boolean;
  /** How often something happened in separate categories, each with its own limit. */
  perCategory?: boolean;
  /** 出现3次以上: how often something happened, asked elsewhere, decides it. */
  threshold?: Readonly<{ question: number; at: Exact; over: boolean }>;
  /** A time that decides it where it is known: 30日内拨付. */
  limit?: Readonly<{ of: Expression; at: Extract<Expression, { kind: 'number' }>; within: boolean }>;
}>;

export type RuleBound = Readonly<{ at: Expression; hold: Hold }>;

/** A condition whose words have been tied to quantities and questions. */
export type Check =
  | Readonly<{
      kind: 'between';
      of: Expression;
      low?: RuleBound;
      high?: RuleBound;
      /** An amount with a unit may also be judged by a person: 控制在5万元以内. */
      question?: Question;
    }>
  | Readonly<{ kind: 'equal'; of: Expression; to: Expression }>
  | Readonly<{ kind: 'all'; checks: readonly Check[] }>
  | Readonly<{ kind: 'any'; checks: readonly Check[] }>
  | Readonly<{ kind: 'asked'; question: Question }>;

/** What a tier, an item or a band gives. */
export type Award =
  | Readonly<{ kind: 'amount'; expression: Expression }>
  /** Judgement between two amounts. */
  | Readonly<{ kind: 'judgement'; low: Expression; high: Expression }>
  /** On the straight line between the neighbouring tiers. */
  | Readonly<{ kind: 'interpolation' }>;

/** Whether an award is plainly no points at all. */
export function givesNothing(award: Award): boolean {
  return award.kind === 'amount' && award.expression.kind === 'number' && award.expression.value.equals(ZERO);
}

/** Steps away from an anchor, each taking (or adding) points. */
export type Steps = Readonly<{
  of: Expression;
  anchor: Expression;
  direction: 'up' | 'down' | 'apart';
  /** A share, a plain number, or an amount with its unit. */
  size: Extract<Expression, { kind: 'number' }>;
  per: Expression;
  bonus: boolean;
  rounding: 'profile' | 'up' | 'down' | 'linear';
  cap?: Exact | 'points';
  /** Points of the tier the steps begin at, where it is not the full score. */
  base?: Expression;
  /** Where the steps apply, if the text confines them. */
  region?: Check;
  /** Where the steps are amounts, their number may be told instead. */
  question?: Question;
  text: string;
}>;

export type Tier = Readonly<{ check: Check; award: Award; text: string }>;

export type RulePart =
  | Readonly<{ kind: 'section'; section: Section }>
  /** `judged`: where it is not met, how many of its points are kept is left to judgement (否则酌情扣分). */
  | Readonly<{
      kind: 'item';
      points: Exact;
      question: Question;
      check?: Check;
      judged?: boolean;
      text: string;
    }>
  | Readonly<{
      kind: 'tiers';
      subject: Expression | null;
      tiers: readonly Tier[];
      steps: readonly Steps[];
      /** What the steps are taken from. */
      base: Expression;
      otherwise?: Readonly<{ award: Award; text: string }>;
    }>
  | Readonly<{
      kind: 'choice';
      options: readonly Readonly<{ question: Question; award: Award; text: string }>[];
      complement: boolean;
    }>
  /** Things that are earned one by one, or lost: either number tells the other. `items` are the things by name. */
  | Readonly<{
      kind: 'tally';
      loss?: Question;
      gain?: Question;
      per: Exact;
      items: readonly Extract<RulePart, { kind: 'item' }>[];
      text: string;
    }>
  /** What deductions are taken from; `question` is what its words say, where they tell a circumstance. */
  | Readonly<{ kind: 'base'; points: Expression; text: string; question?: Question }>;

/** Something that takes points off (or adds them) whatever the parts gave. */
export type Deduction = Readonly<{ text: string; per: Expression; bonus: boolean; cap?: Exact }> &
  Readonly<
    | { by: 'count'; question: Question; size: Exact }
    | { by: 'once'; check: Check }
    | { by: 'judgement'; question: Question | null; low: Exact; high: Exact | null }
    | { by: 'amount' }
  >;

/** A condition that settles the section, or the whole indicator, by itself. */
export type Override = Readonly<{
  check: Check;
  gives: 'zero' | 'full' | 'not-applicable';
  scope: 'section' | 'whole';
  /** Stands inside one item without naming its reach: the other scope is a defensible reading. */
  unclear: boolean;
  /** 不得分，倒扣10分: what the zero falls short of nothing by. */
  owed?: Exact;
  /** 没有…的: known figures of this rate show that it does not apply. */
  refutedBy?: Expression;
  text: string;
}>;

/** A part of the standard with points of its own. */
export type Section = Readonly<{
  title: string;
  points: Exact;
  /** More than the points, where the standard adds beyond them. */
  ceiling: Exact;
  overrides: readonly Override[];
  parts: readonly RulePart[];
  deductions: readonly Deduction[];
  /** Decimals its score is rounded to, where the text says so. */
  decimals?: number;
  /** 该项可负分: nothing limits what is lost. */
  belowZero?: true;
}>;

/** A quantity the rule uses: how it may be called, and the definition it may be computed by. */
export type Quantity = Readonly<{
  key: string;
  name: string;
  aliases: readonly string[];
  definition?: Expression;
  source?: 'text' | 'formula' | 'field';
  /** The rule of the field the definition was taken from. */
  authority?: string;
  /** A rate the text sets against figures of a hundred (执行率≥90): these, as shares. */
  inFigures?: readonly Exact[];
}>;

/** A name the standard asks for, and what it is computed from if it is not given. */
export type OperandName = Readonly<{ name: string; aliases: readonly string[]; from: readonly string[] }>;

/** Local practice that changes a reading. */
export type StandardProfile = Readonly<{ perPoint?: 'whole' | 'linear' }>;

/** A standard as it was understood. `rule` is null where it cannot be scored; `problems` says why. */
export type Standard = Readonly<{
  indicator: string;
  points: Exact;
  text: string;
  profile: StandardProfile;
  clauses: readonly Clause[];
  unparsed: readonly string[];
  rule: Section | null;
  problems: readonly string[];
  quantities: ReadonlyMap<string, Quantity>;
  questions: readonly Question[];
  operands: readonly OperandName[];
  /** Numbered parts, for telling apart words that stand in several. */
  sections: readonly Stretch[];
}>;

import type { Expression } from './expression';
import { mapNames, nodes } from './expression';
import { letterNames, loneLetters } from './letter-names';
import { impliedDefinitions } from './implied-definitions';
import { changeDefinition, FIELD_DEFINITIONS, type FieldDefinition } from './field-definitions';
import { canonicalName, isPointer, isRateName, sharedCharacters, withoutRemarks } from './names';
import type { Quantity } from './rule';

type Entry = {
  key: string;
  name: string;
  aliases: Set<string>;
  definition?: Expression;
  source?: 'text' | 'formula' | 'field';
  authority?: string;
  /** Defined by the wording (甲占乙的比例), not by a formula. */
  implied?: boolean;
  /** The quantity this is the change of since the year before. */
  changeOf?: string;
};

/** A definition as the text or the formula column prints it. */
export type Printed = Readonly<{ name: string; expression: Expression; source: 'text' | 'formula' }>;

const ONE_LETTER =
  /(?:^|[,;。(:\n，；（：、\s])([A-Za-zＡ-Ｚ])(?:为|是|表示|指|代表|：|:)([^,;。，；、()（）\n]{2,24})/g;
/** Of half a year, of another year: not the rate of the whole. */
const OF_A_PART = /半年|季|月|上年|上一年|去年|前年|[\d第各每]/;
/** 同比增长10%以上: of an indicator that is the growth itself. */
const GROWTH = /^(?:同比|(?:较|比)(?:上年|去年|上一年)(?:度|同期)?)?增长$/;
/** Longer texts say nothing new behind this. */
const READ = 2000;
/** 培训期数: what is counted, and by what. */
const HOW_MANY = /^(.{2,}?)(?:([期次人个件场批项户处篇份台套家条])数|数量)$/;
const AIM_NAME = /^(?:目标|指标|计划|标准|任务|控制)(?:任务)?(?:值|数|数量|量|额)$/;
const OF_THE_YEAR = /^(?:年度|全年|当年|本年度?|预期|既定|设定|考核)$/;
/** 开展监督检查 of the indicator 监督检查. */
const DEED =
  /^(?:全年度?|年度|当年|本年度?|年内)?(?:共|累计)?(?:开展|组织|举办|召开|发表|实施|举行|开办|发放|发布|印发|上报|报送)?$/;
const COMPARED = /^(.{2,16}?)(?:与|和)(.{2,16}?)(?:比较|对比|相比|之比)/;

/** The quantities of one standard: what each printed name means and how it is computed. */
export class Glossary {
  private readonly entries = new Map<string, Entry>();
  /** A letter the text uses and never explains: the rate it is about (80%≤X<100%得X×5分). */
  private readonly letter: string | null;
  /** Short forms the text goes on with (办结率 for 群众投诉办结率), and the names they stood for. */
  private readonly shortForms = new Map<string, Set<string>>();
  /** Full names of which the text uses a short form (年末结余 for 结余). */
  private readonly longForms: string[] = [];

  constructor(
    private readonly indicator: string,
    printed: readonly Printed[],
    private readonly texts: readonly string[],
  ) {
    for (const text of texts) this.readLetters(text);
    for (const { name, expression, source } of printed) {
      const entry = this.entry(name);
      if (entry.definition) continue;
      entry.definition = expression;
      entry.source = source;
    }
    for (const text of texts) this.readGiven(text, printed);
    for (const text of texts) this.readImplied(text);
    this.letter = this.unexplainedLetter(texts);
    for (const entry of [...this.entries.values()]) {
      if (entry.definition) entry.definition = this.resolveNames(entry.definition, entry.key);
    }
  }

  private unexplainedLetter(texts: readonly string[]): string | null {
    const letters = texts.flatMap((text) => loneLetters(text)).map((letter) => canonicalName(letter));
    const [only, ...others] = new Set(letters);
    return only === undefined || others.length > 0 || this.entries.has(only) ? null : only;
  }

  /** Whether a name is the indicator's own, and no formula defines it. */
  isIndicator(key: string): boolean {
    return key === canonicalName(this.indicator) && !this.definitionOf(key);
  }

  /** Whether a name is the letter that stands for the rate under discussion. */
  isLetter(key: string): boolean {
    return key === this.letter;
  }

  /** 设执行率为X: the letter is that quantity. */
  private readGiven(text: string, printed: readonly Printed[]): void {
    for (const { letter, name } of letterNames(text)) {
      const key = canonicalName(letter);
      // 执行率（X）=…: the definition itself carries the letter.
      if (printed.some((one) => canonicalName(one.name).includes(`(${key})`))) continue;
      const entry = this.entry(letter);
      if (entry.definition) continue;
      entry.definition = this.leaf(this.subject(name, null));
      entry.source = 'text';
      entry.implied = true;
    }
  }

  private readLetters(text: string): void {
    for (const [, letter = '', name = ''] of text.slice(0, READ).matchAll(ONE_LETTER)) {
      this.entry(letter).aliases.add(canonicalName(name.trim()));
    }
    const compared = COMPARED.exec(text);
    if (compared) this.longForms.push(canonicalName(compared[1] ?? ''), canonicalName(compared[2] ?? ''));
  }

  /** Shares the wording itself defines; the text is about them only where it names them. */
  private readImplied(text: string): void {
    for (const { name, expression } of impliedDefinitions(text)) {
      const entry = this.entry(name);
      if (entry.definition) continue;
      entry.definition = expression;
      entry.source = 'text';
      entry.implied = true;
    }
  }

  private entry(name: string): Entry {
    const key = canonicalName(name);
    const known = this.entries.get(key);
    if (known) return known;
    const entry: Entry = { key, name: name.trim(), aliases: new Set() };
    this.entries.set(key, entry);
    for (const form of this.longForms) if (form !== key && form.endsWith(key)) entry.aliases.add(form);
    return entry;
  }

  /** Ties the names of an expression to quantities. */
  resolveNames(expression: Expression, exceptKey = ''): Expression {
    return mapNames(expression, (leaf) => {
      if (leaf.kind === 'each') return leaf;
      return { ...leaf, name: this.operand(leaf.name, exceptKey) };
    });
  }

  /** Keys of the rates that are defined, and of every operand of theirs. */
  private operandKeys(): Set<string> {
    const keys = new Set<string>();
    for (const entry of this.entries.values()) {
      if (!entry.definition || entry.source === 'field') continue;
      for (const node of nodes(entry.definition))
        if (node.kind === 'name') keys.add(canonicalName(node.name));
    }
    return keys;
  }

  /** The quantity an operand's name means: itself, or the one operand of the definitions it abbreviates. */
  private operand(name: string, exceptKey: string): string {
    const key = canonicalName(name);
    if (this.entries.has(key) && key !== exceptKey) return key;
    const long = this.longRate(key, exceptKey) ?? this.sameAim(key);
    if (long !== null) return long;
    const near = [...this.operandKeys()].filter(
      (known) =>
        known !== key &&
        known !== exceptKey &&
        key.length >= 3 &&
        (withoutRemarks(known).startsWith(key) || withoutRemarks(known) === withoutRemarks(key)),
    );
    const [only] = near;
    if (near.length !== 1 || only === undefined || this.operandKeys().has(key)) return this.entry(name).key;
    this.entry(only).aliases.add(key);
    return only;
  }

  /** 大于目标值 beside 年度目标值: the same aim without its year. */
  private sameAim(key: string): string | null {
    if (!AIM_NAME.test(key)) return null;
    const fuller = [...this.entries.values()].filter(
      (entry) => entry.key.endsWith(key) && OF_THE_YEAR.test(entry.key.slice(0, -key.length)),
    );
    const [only] = fuller;
    if (fuller.length !== 1 || !only) return null;
    only.aliases.add(key);
    return only.key;
  }

  /** 按期完成率 in a formula, where 项目按期完成率 is defined: the one defined rate it is short for. */
  private longRate(key: string, exceptKey: string): string | null {
    if (key.length < 3 || !isRateName(key)) return null;
    const longer = [...this.entries.values()].filter(
      (entry) => entry.definition && !entry.implied && entry.key !== exceptKey && entry.key.endsWith(key),
    );
    const [only] = longer;
    if (longer.length !== 1 || !only || only.key === key) return null;
    only.aliases.add(key);
    return only.key;
  }

  /** The expression of a quantity by its key. */
  leaf(key: string): Expression {
    return { kind: 'name', name: key, span: [0, 0] };
  }

  /** The rate a condition's words mean. `fallback` is the rate under discussion. */
  subject(name: string | null, fallback: string | null): string {
    const key = name === null ? '' : canonicalName(name);
    if (key === '' || isPointer(key) || this.isLetter(key)) return fallback ?? this.main();
    const own = this.entries.get(key);
    if (own?.definition) return key;
    const about = fallback ?? this.main();
    if (GROWTH.test(key) && /(?:增长率|增幅|增速)$/.test(about)) return about;
    if (fallback !== null && fallback !== key && fallback.endsWith(key)) {
      const entry = this.entries.get(fallback);
      if (entry && (entry.definition || fallback === canonicalName(this.indicator))) entry.aliases.add(key);
      this.shortForms.set(key, (this.shortForms.get(key) ?? new Set()).add(fallback));
      return fallback;
    }
    const near = this.abbreviated(key);
    if (near !== null) {
      if (near !== key) this.entry(near).aliases.add(key);
      return near;
    }
    return this.entry(name ?? '').key;
  }

  /** The defined rate, or the indicator, that a shorter name stands for; null where none or several do. */
  private abbreviated(key: string): string | null {
    const defined = [...this.entries.values()]
      .filter((entry) => entry.definition && entry.source !== 'field' && !entry.implied)
      .map((entry) => entry.key);
    const indicator = canonicalName(this.indicator);
    const candidates = [...new Set([...defined, indicator])].filter((known) => known !== '' && known !== key);
    if (key === indicator) return defined.includes(key) ? key : this.entry(this.indicator).key;
    const longer = defined.filter((known) => known.length >= 3 && key.endsWith(known));
    const [shorter] = longer;
    // 预决算偏差率≤5%；偏差率=…: the one rate of that name.
    if (longer.length === 1 && shorter !== undefined && isRateName(shorter) && this.namedOnce(shorter))
      return shorter;
    const containing = candidates.filter((known) => known.includes(key));
    const [first] = containing;
    if (containing.length === 1 && first !== undefined)
      return this.entries.has(first) ? first : this.entry(this.indicator).key;
    if (containing.length > 1 || !isRateName(key)) return null;
    const woven = candidates.filter(
      (known) => key.length >= 3 && sharedCharacters(known, key) === key.length,
    );
    const [only] = woven;
    if (woven.length !== 1 || only === undefined) return null;
    return this.entries.has(only) ? only : this.entry(this.indicator).key;
  }

  /** Whether the texts put the same words before a rate's name wherever they put any. */
  private namedOnce(rate: string): boolean {
    const before = this.texts.flatMap((text) =>
      canonicalName(text.slice(0, READ))
        .split(rate)
        .slice(0, -1)
        .map((words) => /[\u4e00-\u9fff]{0,2}$/.exec(words)?.[0] ?? ''),
    );
    return new Set(before.filter((words) => words !== '')).size <= 1;
  }

  /** The rate a standard is about when it names none: its only definition, else the indicator itself. */
  main(among?: readonly string[]): string {
    const defined = [...this.entries.values()].filter(
      (entry) => entry.definition && entry.source !== 'field' && !entry.implied,
    );
    const indicator = canonicalName(this.indicator);
    const local = among?.map((name) => canonicalName(name)) ?? [];
    if (local.length === 1 && local[0] !== undefined && this.entries.has(local[0])) return local[0];
    const own =
      defined.find((entry) => entry.key === indicator) ??
      defined.find((entry) => indicator.endsWith(entry.key) || entry.key.endsWith(indicator));
    const [first] = defined;
    const chosen = own ?? (defined.length === 1 ? first : undefined);
    return chosen ? chosen.key : this.entry(this.indicator).key;
  }

  /** The quantity an amount's name means, by the operands of the definitions. */
  amount(name: string): string {
    return this.operand(name, '');
  }

  /** The change of a quantity since the year before; computed from both years' figures where it is not given. */
  change(name: string): string {
    const key = canonicalName(name);
    const indicator = canonicalName(this.indicator);
    const known = ['变动率', '增长率', '增幅', '变动比例', '增长比例']
      .map((ending) => `${key}${ending}`)
      .find((rate) => rate === indicator || this.entries.get(rate)?.definition);
    const entry = this.entry(known ?? `${name.trim()}变动率`);
    if (!known) entry.aliases.add(`${key}增长率`);
    entry.changeOf ??= key;
    return entry.key;
  }

  /** Another name of a quantity: what is given under it is that quantity. */
  alias(key: string, name: string): void {
    this.entry(key).aliases.add(canonicalName(name));
  }

  /** The quantity of exactly this name. */
  own(name: string): string {
    return this.entry(name).key;
  }

  /** Whether a name is, or abbreviates, a quantity already spoken of. */
  knows(name: string): boolean {
    return this.entries.has(canonicalName(name));
  }

  /** Whether `X` of “无X” is what the rate measures: 闲置资产 and 资产闲置率. */
  isMeasuredBy(name: string, rate: string): boolean {
    const key = canonicalName(name);
    const definition = this.entries.get(rate)?.definition;
    const texts = [rate];
    if (definition?.kind === 'binary' && definition.operator === '/' && definition.left.kind === 'name')
      texts.push(definition.left.name);
    const letters = new Set(key);
    return key.length >= 2 && texts.some((text) => [...letters].every((char) => text.includes(char)));
  }

  /** The definition of a rate the text leaves undefined, from the framework of the field. */
  private fieldDefinition(entry: Entry): void {
    if (entry.definition) return;
    const own = FIELD_DEFINITIONS.find((definition) => definition.names.includes(entry.key));
    if (!own && !isRateName(entry.key)) return;
    const found = entry.changeOf === undefined ? own : changeDefinition(entry.changeOf, own);
    if (!found) return;
    entry.definition = this.fieldExpression(found);
    entry.source = 'field';
    entry.authority = found.source;
  }

  private fieldExpression({ kind, left, right, alternative }: FieldDefinition): Expression {
    const operand = (names: readonly string[]): Expression => {
      const [name = '', ...aliases] = names;
      const entry = this.entry(name);
      for (const alias of aliases) entry.aliases.add(canonicalName(alias));
      return this.leaf(entry.key);
    };
    const over = (a: Expression, b: Expression): Expression => ({
      kind: 'binary',
      operator: '/',
      left: a,
      right: b,
    });
    const minus = (a: Expression, b: Expression): Expression => ({
      kind: 'binary',
      operator: '-',
      left: a,
      right: b,
    });
    const [a, b] = [operand(left), operand(right)];
    if (kind === 'change') return over(minus(a, b), b);
    if (kind === 'saving') return over(minus(b, a), b);
    if (kind === 'difference') return minus(a, b);
    if (!alternative) return over(a, b);
    return {
      kind: 'variant',
      choices: [
        { reading: `${left[0] ?? ''}÷${right[0] ?? ''}`, expression: over(a, b) },
        { reading: `${left[0] ?? ''}÷${alternative[0] ?? ''}`, expression: over(a, operand(alternative)) },
      ],
    };
  }

  /** The defined rate that divides one quantity by another. */
  quotientOf(left: string, right: string): string | null {
    for (const { key, definition } of this.entries.values()) {
      if (definition?.kind !== 'binary' || definition.operator !== '/') continue;
      const { left: a, right: b } = definition;
      if (a.kind === 'name' && b.kind === 'name' && a.name === left && b.name === right) return key;
    }
    return null;
  }

  definitionOf(key: string): Expression | undefined {
    return this.entries.get(key)?.definition;
  }

  /** What is given as 办结率 is the one rate of the text that it is short for. */
  private nameShortForms(): void {
    for (const [short, [only, ...others]] of this.shortForms) {
      const entry = only === undefined ? undefined : this.entries.get(only);
      const alike = [...this.entries.keys()].filter((key) => key !== only && key.endsWith(short));
      if (entry && others.length === 0 && alike.length === 0) entry.aliases.add(short);
    }
  }

  /** 全年预算执行率 of the indicator 预算执行率: what is given under the indicator's name is the one rate of that name. */
  private nameIndicator(used: ReadonlySet<string>): void {
    const indicator = canonicalName(this.indicator);
    if (indicator === '' || used.has(indicator)) return;
    const named = [...used].filter((key) => isNamedBy(indicator, key, used, this.texts));
    const [only] = named;
    const entry = only === undefined ? undefined : this.entries.get(only);
    if (named.length === 1 && entry && !entry.definition && !OF_A_PART.test(entry.key))
      entry.aliases.add(indicator);
  }

  /** Freezes what was found; rates the rule uses get the field's definition where the text prints none. */
  finish(used: ReadonlySet<string>): Map<string, Quantity> {
    for (const key of used) {
      const entry = this.entries.get(key);
      if (entry) this.fieldDefinition(entry);
    }
    this.nameShortForms();
    this.nameIndicator(used);
    const quantities = new Map<string, Quantity>();
    for (const { key, name, aliases, definition, source, authority } of this.entries.values()) {
      quantities.set(key, {
        key, name, aliases: [...aliases],
        ...(definition ? { definition } : {}), ...(source ? { source } : {}), ...(authority ? { authority } : {}),
      }); // prettier-ignore
    }
    return quantities;
  }
}

/**
 * Whether a quantity of the text is what the indicator is called by: 全年预算执行率 of 预算执行率, 开展监督检查 of 监督检查,
 * 组织培训≥6期 of 培训期数; where the text has one rate only, the words may stand in another order (部门决算与预算收支差异率 of 预决算差异率).
 */
function isNamedBy(
  indicator: string,
  key: string,
  used: ReadonlySet<string>,
  texts: readonly string[],
): boolean {
  if (!isRateName(indicator)) {
    const [, stem = indicator, counter] = HOW_MANY.exec(indicator) ?? [];
    const counted = counter === undefined || texts.some((text) => countsBy(text, counter));
    const [whole, part] = [key.slice(0, -indicator.length), key.slice(0, -stem.length)];
    if (key.endsWith(indicator)) return DEED.test(whole);
    return stem.length >= 2 && key.endsWith(stem) && (part === '' || DEED.test(part)) && counted;
  }
  if (key.endsWith(indicator)) return true;
  const alike = key.slice(-3) === indicator.slice(-3) && isRateName(key);
  const only = [...used].filter(isRateName).length === 1;
  return alike && only && indicator.length > 3 && Array.from(indicator).every((char) => key.includes(char));
}

/** Whether a text has figures with the counter: ≥6期. */
function countsBy(text: string, counter: string): boolean {
  return [...text.slice(0, READ).matchAll(/[\d一二两三四五六七八九十百千]\s*(\D)/g)].some(
    ([, unit]) => unit === counter,
  );
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import type { Scoring } from '../../../src/core';

type Modules = Record<string, unknown>;
type Score = (input: unknown) => Scoring;

const CORE = resolve(__dirname, '../../../src/core');
const ENTRY = join(CORE, 'scoring/score-standard.ts');
const outside = createRequire(ENTRY);
const compiled = new Map<string, string>();

const read = (file: string): string => readFileSync(file, 'utf8');

function compile(file: string, source: string): string {
  return transformSync(source, {
    filename: file,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code;
}

function unchanged(file: string): string {
  const code = compiled.get(file) ?? compile(file, read(file));
  compiled.set(file, code);
  return code;
}

/** A change of one source file: the words replaced must stand there, so that a mutation cannot silently vanish. */
export type Mutation = readonly [file: string, before: string, after: string];

/** The scoring function with one source file changed. */
export function mutated([name, before, after]: Mutation): Score {
  const target = join(CORE, name);
  const source = read(target);
  if (!source.includes(before)) throw new Error(`${name} no longer contains: ${before}`);
  const changed = compile(target, source.replace(before, after));
  const loaded = new Map<string, { exports: Modules }>();
  const load = (file: string): Modules => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as Modules };
    loaded.set(file, module);
    const require = (path: string): unknown =>
      path.startsWith('.') ? load(`${join(dirname(file), path)}.ts`) : outside(path);
    const code = file === target ? changed : unchanged(file);
    const run = compileFunction(code, ['require', 'module', 'exports']) as (...parts: unknown[]) => void;
    run(require, module, module.exports);
    return module.exports;
  };
  return load(ENTRY)['scoreStandard'] as Score;
}

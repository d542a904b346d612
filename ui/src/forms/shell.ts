import type { DesignAsked } from '../api/types.ts';

/** A word as a POSIX shell takes it. */
export function quoted(word: string): string {
  return /^[\w./=,:+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The command line that designs the same template. */
export function designCommand(asked: DesignAsked): string {
  const option = (name: string, value: string | number | null | undefined) =>
    value == null || value === '' ? [] : [name, quoted(String(value))];
  const words = [
    'wares template',
    quoted(asked.domain),
    ...option('--variant', asked.variant),
    ...option('--require', asked.wishes),
    ...option('--rows', asked.rows),
    ...option('--by', asked.by === 'llm' ? 'llm' : undefined),
    '--out template.json',
  ];
  return words.join(' ');
}

/** The command line that changes a template by the same words. */
export function refineCommand(name: string, instructions: string, by: 'pack' | 'llm'): string {
  return `wares template refine ${quoted(`${name}.json`)} ${quoted(instructions)}${by === 'llm' ? ' --by llm' : ''} --out ${quoted(`${name}.json`)}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const here = import.meta.dirname;
const files = readdirSync(join(here, 'messages', 'vi')).toSorted();

type Messages = { [key: string]: string | Messages };

function read(language: 'vi' | 'en', file: string): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (messages: Messages, path: string) => {
    for (const [key, value] of Object.entries(messages)) {
      if (typeof value === 'string') flat.set(path + key, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(join(here, 'messages', language, file), 'utf8')) as Messages, '');
  return flat;
}

/** Texts that are rightly the same in both languages. */
const SAME = new Set(['shell.json:brand', 'shell.json:language.vi', 'shell.json:language.en']);
const blanks = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

test('both languages have the same files', () => {
  expect(readdirSync(join(here, 'messages', 'en')).toSorted()).toEqual(files);
});

describe.each(files)('%s', (file) => {
  const vi = read('vi', file);
  const en = read('en', file);

  test('has every key in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...vi.keys()].toSorted());
  });

  test('has no empty text and fills the same blanks', () => {
    for (const [key, text] of vi) {
      expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
      expect([key, blanks(en.get(key) ?? '')]).toEqual([key, blanks(text)]);
    }
  });

  test('is translated', () => {
    const letters = /\p{L}{3}/u;
    const copied = [...vi].filter(([key, text]) => letters.test(text.replaceAll(/\{\{\w+\}\}/g, '')) && en.get(key) === text && !SAME.has(`${file}:${key}`));
    expect(copied).toEqual([]);
  });

  test('is written in composed letters (NFC)', () => {
    for (const text of [...vi.values(), ...en.values()]) expect(text).toBe(text.normalize('NFC'));
  });
});

/** Attributes whose text a person reads or hears. */
const SPOKEN = new Set(['label', 'title', 'alt', 'placeholder', 'description', 'error', 'text', 'caption', 'aria-label', 'aria-description', 'nothing']);
/** Elements that hold names of keys or code, which are not words. */
const CODE = new Set(['kbd', 'code']);
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/u;
/** At least two letters, one of them small: PDF and F6 are names, not words. */
const WORD = /\p{L}\p{Ll}/u;

/** Bare texts of a component: words between tags, words in spoken attributes, Vietnamese anywhere else. */
function bareTexts(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const say = (node: ts.Node, text: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${relative(here, path)}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORD.test(node.text)) {
      const parent = node.parent;
      const tag = ts.isJsxElement(parent) ? parent.openingElement.tagName.getText() : '';
      if (!CODE.has(tag)) say(node, node.text);
    } else if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (WORD.test(node.initializer.text)) say(node, node.initializer.text);
    } else if (ts.isStringLiteralLike(node) && VIETNAMESE.test(node.text)) {
      say(node, node.text);
    } else if (ts.isTemplateExpression(node) && VIETNAMESE.test(node.getText())) {
      say(node, node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('no component carries a text of its own', () => {
  const components = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(components.length).toBeGreaterThan(20);
  expect(components.flatMap((file) => bareTexts(join(here, file)))).toEqual([]);
});

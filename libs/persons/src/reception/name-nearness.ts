import { fold } from '@app/kernel';
import { wordsOneFaultFrom } from '../name-query.js';

/**
 * How near two names are: `same` when they are the same words in any order, with or without accents; `near` when one word was mistyped
 * by one letter, or one has a middle name the other leaves out.
 */
export function nearness(one: string, other: string): 'same' | 'near' | undefined {
  const [left, right] = [fold(one).split(' '), fold(other).split(' ')];
  if (left.toSorted().join(' ') === right.toSorted().join(' ')) return 'same';
  const onlyLeft = without(left, right);
  const onlyRight = without(right, left);
  const [strange, ...moreStrange] = onlyLeft;
  const [meant, ...moreMeant] = onlyRight;
  if (moreStrange.length > 0 || moreMeant.length > 0) return undefined;
  if (strange !== undefined && meant !== undefined) return wordsOneFaultFrom(strange).has(meant) ? 'near' : undefined;
  // One word more in the middle: family name and given name are the same.
  const shorter = left.length < right.length ? left : right;
  const longer = shorter === left ? right : left;
  return shorter.length > 1 && shorter[0] === longer[0] && shorter.at(-1) === longer.at(-1) ? 'near' : undefined;
}

/** The words of the first that the second does not have, each counted. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const place = left.indexOf(word);
    if (place < 0) return true;
    left.splice(place, 1);
    return false;
  });
}

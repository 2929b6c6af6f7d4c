import { formatDong, type FeeExemption, type FeeLine, type FeeRules, type Localized, type PageFee } from '@app/kernel';
import type { Channel, SkeletonFee } from './procedure.js';

/** The ways of filing, as guidance and slips name them. */
export const CHANNEL_WORDS: Readonly<Record<Channel, Localized>> = {
  counter: { vi: 'nộp tại quầy', en: 'at the counter' },
  online: { vi: 'nộp trực tuyến', en: 'online' },
  post: { vi: 'nộp qua bưu chính', en: 'by post' },
};

/** "nộp tại quầy, nộp qua bưu chính". */
export function channelsText(channels: readonly Channel[]): Localized {
  const list = (language: keyof Localized): string => channels.map((channel) => CHANNEL_WORDS[channel][language]).join(', ');
  return { vi: list('vi'), en: list('en') };
}

/** The amount of one line, and for which ways of filing where it is not due for all. */
export function lineText({ amount, per, channels, byPages }: Pick<FeeLine, 'amount' | 'per' | 'channels' | 'byPages'>): Localized {
  const ways = channels && channels.length < 3 ? channelsText(channels) : undefined;
  const text = (language: keyof Localized): string => `${formatDong(amount, language)}${byPages ? pagesText(byPages, language) : per ? (language === 'vi' ? '/bản' : ' each') : ''}${ways ? ` (${ways[language]})` : ''}`;
  return { vi: text('vi'), en: text('en') };
}

function pagesText({ first, further, most }: PageFee, language: keyof Localized): string {
  const [next, limit] = [formatDong(further, language), formatDong(most, language)];
  return language === 'vi' ? `/trang, từ trang thứ ${first + 1} trở lên ${next}/trang, tối đa ${limit}/bản` : ` a page, from page ${first + 1} on ${next}, at most ${limit} a copy`;
}

/** The fee in words, before any answer is known. Lines of one name that differ by channel stand together. */
export function feeText({ lines, exemptions, setBy }: FeeRules): Localized {
  if (lines.length === 0) return { vi: 'Không thu phí, lệ phí', en: 'Free of charge' };
  const groups = [...Map.groupBy(lines, ({ key }) => key).values()];
  const list = (language: keyof Localized): string => groups.map((group) => `${group[0]!.name[language]}: ${group.map((line) => lineText(line)[language]).join(', ')}`).join('; ');
  const free = (language: keyof Localized): string => exemptions.map(({ name }) => name[language]).join('; ');
  // Where the council has decided, its decision is named beside the amount.
  const council = setBy === 'provincial-council' && lines.some(({ local }) => local === undefined);
  return {
    vi: `${list('vi')}${council ? ' (do Hội đồng nhân dân cấp tỉnh quy định)' : ''}${exemptions.length > 0 ? `. Miễn: ${free('vi')}` : ''}`,
    en: `${list('en')}${council ? ' (set by the provincial People’s Council)' : ''}${exemptions.length > 0 ? `. Exempt: ${free('en')}` : ''}`,
  };
}

/** "Hộ nghèo (60/2014/QH13, Điều 11)". */
export function exemptionText({ name, basis }: FeeExemption): Localized {
  return { vi: `${name.vi} (${basis})`, en: `${name.en} (${basis})` };
}

/** The fee of a procedure of which only the skeleton is known. */
export function skeletonFeeText({ amount, per, varies, setBy }: SkeletonFee): Localized {
  if (setBy === 'provincial-council') return { vi: 'Do Hội đồng nhân dân cấp tỉnh quy định', en: 'Set by the provincial People’s Council' };
  if (varies) return { vi: 'Tùy trường hợp; hỏi cán bộ tại quầy', en: 'Depends on the case; ask at the counter' };
  if (amount === null) return { vi: 'Chưa có dữ liệu; hỏi cán bộ tại quầy', en: 'Not known here; ask at the counter' };
  if (amount === 0) return { vi: 'Không thu phí, lệ phí', en: 'Free of charge' };
  return { vi: `${formatDong(amount)}${per ? `/${per}` : ''}`, en: `${formatDong(amount, 'en')}${per ? ` per ${per}` : ''}` };
}

import type { Configuration } from '@app/configuration';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '@app/organisation';

/** The first three carry the land-certificate story from the counter to the province and back; the others register a birth. */
const STORY_ACCOUNTS = ['diachinh.dinhquan', 'thamdinh2.vpdk', 'giamdoc.vpdk', 'tiepnhan.bienhoa', 'hotich.bienhoa', 'chutich.bienhoa', 'vanthu.bienhoa'];

/** Prints where the desk is and, in a demonstration, who may try it. */
export function printWelcome(configuration: Configuration): void {
  const lines = ['', `Một Cửa: ${configuration.publicUrl}`];
  if (configuration.mode === 'demonstration') {
    lines.push('', `Demonstration accounts (password ${DEMONSTRATION_PASSWORD}):`);
    for (const login of STORY_ACCOUNTS) {
      const account = DEMONSTRATION_ACCOUNTS.find((each) => each.login === login);
      if (account) lines.push(`  ${login.padEnd(20)} ${account.name} – ${account.title.vi}, ${account.unit.vi}`);
    }
    lines.push('  … and all others on the sign-in page. Citizens sign in through the stand-in identity provider.');
  }
  lines.push('', 'Ctrl-C stops everything.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

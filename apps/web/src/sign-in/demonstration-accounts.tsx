import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemonstrationAccount } from '../api/types';

interface DemonstrationAccountsProps {
  accounts: readonly DemonstrationAccount[];
  onUse: (account: DemonstrationAccount) => void;
}

/** The invented accounts of the demonstration, each with a button that fills the form. Never shown in real use. */
export function DemonstrationAccounts({ accounts, onUse }: DemonstrationAccountsProps) {
  const { t } = useTranslation('shell');
  return (
    <section aria-labelledby="demonstration-accounts" className="accounts">
      <Title order={2} id="demonstration-accounts">
        {t('signIn.accounts')}
      </Title>
      <Text c="dimmed">{t('signIn.accountsAbout')}</Text>
      <ul className="plain-list">
        {accounts.map((account) => (
          <li key={account.login}>
            <span lang="vi">
              <strong>{account.who}</strong>
              <br />
              {account.unit}
            </span>
            <code>{account.login}</code>
            <Button variant="default" size="xs" onClick={() => onUse(account)} aria-label={t('signIn.useAccount', { who: account.who })}>
              {t('signIn.use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

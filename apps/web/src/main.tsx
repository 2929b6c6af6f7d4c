import '@mantine/core/styles.css';
import './shell/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app';
import { startLanguage } from './shell/language';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element with the id "root"');
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

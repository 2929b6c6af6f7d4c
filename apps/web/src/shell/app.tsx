import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queries, router } from './router';
import { cssVariables, theme } from './theme';

/** The nonce of this answer, which the content policy asks of every style element; Vite leaves it in the page's head. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/** The whole browser part: look, data, pages. */
export function App() {
  return (
    <MantineProvider getStyleNonce={styleNonce} theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/**
 * Mantine's look with the contrast that WCAG 2.2 AA asks for on white: its red, grey, green and orange texts
 * and its input borders are too pale, its badges too small and in capitals that clip Vietnamese marks.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 9,
  defaultRadius: 'sm',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace',
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.65' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.5' },
      h2: { fontSize: '1.125rem', lineHeight: '1.5' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Alert: { defaultProps: { variant: 'light' }, styles: { title: { fontSize: '0.9375rem' }, message: { color: 'var(--mantine-color-text)' } } },
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { root: { fontSize: 14, textTransform: 'none', height: 'auto', lineHeight: 1.5, padding: '1px 8px', fontWeight: 600, letterSpacing: 0 }, label: { overflow: 'visible', whiteSpace: 'normal' } },
    },
    // A label may take two lines (narrow screens, text spacing): the button grows instead of clipping marks.
    Button: { styles: { root: { height: 'auto', minHeight: 'var(--button-height)' }, label: { overflow: 'visible', lineHeight: 1.5, whiteSpace: 'normal' } } },
    Checkbox: { styles: { label: { lineHeight: 1.5 } } },
    Input: { styles: { input: { lineHeight: 1.5 } } },
    InputWrapper: {
      defaultProps: { withAsterisk: false, inputWrapperOrder: ['label', 'description', 'error', 'input'] },
      styles: { label: { lineHeight: 1.5 }, error: { fontSize: '0.875rem', lineHeight: 1.5 }, description: { fontSize: '0.875rem', lineHeight: 1.5 } },
    },
    NativeSelect: { defaultProps: { withAsterisk: false } },
    Notification: { defaultProps: { role: 'status' } },
    Radio: { styles: { label: { lineHeight: 1.5 } } },
    Table: { styles: { th: { lineHeight: 1.5 }, td: { lineHeight: 1.5 } } },
    Text: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { withAsterisk: false, autosize: true, minRows: 2 } },
    TextInput: { defaultProps: { withAsterisk: false } },
    Title: { styles: { root: { textWrap: 'pretty' } } },
  },
});

/** The variables behind dimmed text, errors, placeholders and borders. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-6)',
    '--mantine-color-anchor': 'var(--mantine-color-blue-9)',
    '--mantine-color-blue-light-color': 'var(--mantine-color-blue-9)',
    '--mantine-color-blue-light': '#e7f1fb',
    '--mantine-color-blue-light-hover': '#dbe9f7',
    '--mantine-color-red-light-color': 'var(--mantine-color-red-9)',
    '--mantine-color-green-light-color': '#1b5e2b',
    '--mantine-color-orange-light-color': '#8a3200',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-8)',
    '--mantine-color-green-filled': '#1f6b31',
    '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
  },
  dark: {},
});

import { Anchor, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: petrol. Everything else is grey; states are told in words. */
const petrol: MantineColorsTuple = [
  '#e6f5f5',
  '#cfe7e8',
  '#9fcfd1',
  '#6bb5b8',
  '#429fa3',
  '#2a9196',
  '#147a80',
  '#0c6a6e',
  '#06575b',
  '#004649',
];

/** Greys with a little warmth, so that long tables are easy on the eye. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f1ee',
  '#e7e4df',
  '#d8d4cd',
  '#bdb8b0',
  '#99948b',
  '#716c64',
  '#57534c',
  '#3a3732',
  '#24221f',
];

/** Dark enough to be read on light grounds. Troubles are told in words too. */
const red: MantineColorsTuple = [
  '#fdeceb',
  '#f9d4d2',
  '#f1a9a4',
  '#ee938d',
  '#e2564d',
  '#cf3a31',
  '#b3261e',
  '#9a1f18',
  '#7f1812',
  '#64100b',
];

const dark: MantineColorsTuple = [
  '#e2e0dc',
  '#b9b6b0',
  '#9a968f',
  '#6f6b65',
  '#45423e',
  '#34322f',
  '#262422',
  '#1b1a18',
  '#151412',
  '#0f0e0d',
];

export const theme = createTheme({
  colors: { petrol, red, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"IBM Plex Sans", "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace: '"IBM Plex Mono", ui-monospace, monospace',
  headings: { fontFamily: '"IBM Plex Sans", "Segoe UI", system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A link is known by its line, not by its colour alone.
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
  },
  fontSizes: { xs: '0.78rem', sm: '0.86rem', md: '0.95rem', lg: '1.1rem', xl: '1.3rem' },
});

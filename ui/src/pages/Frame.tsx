import { ActionIcon, Anchor, Group, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useHealth } from '../api/about.ts';
import { NoServer } from '../api/client.ts';
import { isOver, useRuns } from '../api/runs.ts';
import { Trouble } from '../parts/Trouble.tsx';
import classes from './Frame.module.css';

/** The domains, in the order in which a shop comes to be. */
export const DOMAINS = [
  { path: '/template', name: 'Template' },
  { path: '/products', name: 'Products' },
  { path: '/customers', name: 'Customers' },
  { path: '/orders', name: 'Orders' },
  { path: '/order-details', name: 'Order details' },
  { path: '/shop', name: 'Whole shop' },
] as const;

/** What stands around every page: the selector of the domain, runs, light or dark, and whether the server is there. */
export function Frame({ children }: { children: ReactNode }) {
  const [path, go] = useLocation();
  const health = useHealth();
  useFocusOnPage(path);
  const domain = DOMAINS.find((domain) => path.startsWith(domain.path));
  return (
    <>
      <a className="skip" href="#content">
        Skip to the page
      </a>
      <header className={classes.bar}>
        <Link href="/template" className={classes.mark} aria-label="Wares: first page">
          <img src="/icon.svg" alt="" width={22} height={22} />
          <span>Wares</span>
        </Link>
        <nav aria-label="Domain" className={classes.domains}>
          {DOMAINS.map(({ path: to, name }) => (
            <Link key={to} href={to} className={classes.domain} aria-current={domain?.path === to ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <select
          className={classes.select}
          aria-label="Domain"
          value={domain?.path ?? ''}
          onChange={(event) => go(event.currentTarget.value)}
        >
          {!domain && <option value="">Domain</option>}
          {DOMAINS.map(({ path: to, name }) => (
            <option key={to} value={to}>
              {name}
            </option>
          ))}
        </select>
        <Group gap="xs" wrap="nowrap" className={classes.side}>
          <RunsLink current={path.startsWith('/runs')} />
          <Light />
        </Group>
      </header>
      {health.error instanceof NoServer && (
        <div className={classes.away}>
          <Trouble error={health.error} />
        </div>
      )}
      {children}
      <footer className={classes.foot}>
        {health.data ? `Wares ${health.data.version}, engine ${health.data.engineVersion}` : 'Wares'} · the same request makes the same rows
        ·{' '}
        <Anchor href="/api/openapi.json" inherit>
          API
        </Anchor>{' '}
        ·{' '}
        <Anchor href="/licenses.md" inherit>
          Licences
        </Anchor>
      </footer>
    </>
  );
}

/** Whoever goes to another page by the keyboard goes on there, and hears its name. */
function useFocusOnPage(path: string) {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [path]);
}

function RunsLink({ current }: { current: boolean }) {
  const runs = useRuns();
  const open = runs.data?.filter((run) => !isOver(run)).length ?? 0;
  return (
    <Link href="/runs" className={classes.domain} aria-current={current ? 'page' : undefined}>
      Runs{open > 0 && ` (${open})`}
    </Link>
  );
}

function Light() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      variant="default"
      size="md"
      aria-label={`Use ${other} colours`}
      title={`Use ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}

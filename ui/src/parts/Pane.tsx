import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './Pane.module.css';

/** A page in two: what is asked for, and what comes of it. One above the other where there is little room. */
export function Pane({ title, lead, form, children }: { title: string; lead: string; form: ReactNode; children: ReactNode }) {
  useDocumentTitle(`${title} · Wares`);
  return (
    <main className={classes.page} id="content" tabIndex={-1}>
      <header className={classes.header}>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.lead}>{lead}</p>
      </header>
      <section className={classes.form} aria-label="What is asked for">
        {form}
      </section>
      <section className={classes.outcome} aria-label="What comes of it">
        {children}
      </section>
    </main>
  );
}

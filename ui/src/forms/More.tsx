import type { ReactNode } from 'react';
import classes from './More.module.css';

/** Fields that few need, folded away. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={classes.frame}>
      <summary>{title}</summary>
      <div className={classes.fields}>{children}</div>
    </details>
  );
}

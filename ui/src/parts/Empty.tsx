import type { ReactNode } from 'react';
import classes from './Empty.module.css';

/** What stands where there is nothing yet: what will come, and how. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <p className={classes.title}>{title}</p>
      <div className={classes.text}>{children}</div>
    </div>
  );
}

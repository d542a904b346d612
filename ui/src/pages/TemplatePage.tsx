import { Anchor, Button, Skeleton } from '@mantine/core';
import { Link, useLocation, useParams } from 'wouter';
import { useRemoveTemplate, useTemplate, useTemplates } from '../api/templates.ts';
import { DesignForm } from '../forms/DesignForm.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Pane } from '../parts/Pane.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import classes from './TemplatePage.module.css';

/** A new template in words, or one that is kept, to be edited. */
export function TemplatePage() {
  const { id } = useParams<{ id?: string }>();
  return id === undefined ? <NewTemplate /> : <KeptTemplate key={id} id={id} />;
}

function NewTemplate() {
  const [, go] = useLocation();
  const templates = useTemplates();
  return (
    <Pane
      title="Template"
      lead="What a shop sells and which columns come out: in words first, then in every detail."
      form={<DesignForm onDesigned={(id) => go(`/template/${id}`)} />}
    >
      {templates.error && <Trouble error={templates.error} retry={templates.refetch} />}
      {templates.data?.length === 0 && (
        <Empty title="No template is kept yet">
          Say what the shop sells, and make one. Columns, types, samples and rules can be changed afterwards, with rows beside them.
        </Empty>
      )}
      {templates.data && templates.data.length > 0 && <KeptTemplates templates={templates.data} />}
    </Pane>
  );
}

function KeptTemplates({ templates }: { templates: NonNullable<ReturnType<typeof useTemplates>['data']> }) {
  const remove = useRemoveTemplate();
  return (
    <section aria-label="Templates that are kept">
      <h2 className={classes.heading}>Kept templates</h2>
      <ul className={classes.kept}>
        {templates.map((template) => (
          <li key={template.id}>
            <Anchor component={Link} href={`/template/${template.id}`}>
              {template.name}
            </Anchor>
            <span className={classes.facts}>
              version {template.version} · {template.createdAt.slice(0, 16).replace('T', ' ')}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => remove.mutate(template.id)} aria-label={`Remove ${template.name}`}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {remove.error && <Trouble error={remove.error} />}
    </section>
  );
}

function KeptTemplate({ id }: { id: string }) {
  const kept = useTemplate(id);
  if (kept.error) {
    return (
      <Pane title="Template" lead="" form={<Trouble error={kept.error} retry={kept.refetch} />}>
        <Anchor component={Link} href="/template">
          Make another template
        </Anchor>
      </Pane>
    );
  }
  if (!kept.data) {
    return (
      <Pane title="Template" lead="" form={<Skeleton height={300} />}>
        <Skeleton height={300} />
      </Pane>
    );
  }
  return <TemplateEditor kept={kept.data} />;
}

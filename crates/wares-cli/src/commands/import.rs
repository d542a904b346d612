//! `wares import`: the user's own schema or rows become a template.

use crate::args::ImportArgs;

pub(crate) fn run(args: &ImportArgs) -> anyhow::Result<()> {
    let draft = wares::import::file(&args.file, &args.wanted())?;
    super::note(draft.notes);
    super::template::write(&draft.template, &args.out, args.overwrite)
}

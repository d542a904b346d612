//! `wares template`: work on a template.

use wares::model::{Day, pack::bundle, read as reader};

use crate::args::{TemplateArgs, TemplateCommand, read};

pub(crate) fn run(args: &TemplateArgs) -> anyhow::Result<()> {
    let TemplateCommand::Check { file } = &args.command;
    let subject = file.display().to_string();
    let text = read(&subject)?;
    // A catalog pack is known by its kinds; everything else is meant as a template.
    let pack = reader::value(&text).is_ok_and(|value| value.get("kinds").is_some() && value.get("tables").is_none());
    if pack {
        let refuse = |problems| wares::Error::Input { subject: subject.clone(), problems };
        let catalog = bundle::read_catalog(&text).map_err(refuse)?;
        let message = format!("`{subject}` is a sound catalog pack: {} kinds, {} brands\n", catalog.kinds.len(), catalog.brands.len());
        return super::print(message.as_bytes());
    }
    let template = wares::load(&text, &subject)?;
    // Whether a template holds does not hang on the day, unless it names one.
    let day = template.today.unwrap_or(Day(20_000));
    let checked = wares::checked(&template, &subject, day)?;
    wares::Plan::new(&checked, None).map_err(wares::Error::from)?;
    super::print(format!("`{subject}` is sound: {} tables\n", checked.tables.len()).as_bytes())
}

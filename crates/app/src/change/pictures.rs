//! Pictures: a row with caption and alternative text, and the file that is attached to it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vurder_content::msg;
use vurder_model::id::AttachmentId;
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_report::{MOST_PIXELS, Picture, PictureFault};
use vurder_workspace::{NewAttachment, Op, RowPosition};

use crate::app::App;
use crate::change::attachments::media_type;
use crate::change::new_row::{first_answers, made, require_free};
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::chosen_file::bytes_of;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::picture_arguments::AddPicture;

/// A million: pictures are counted in megapixels.
const MEGA: u64 = 1_000_000;

/// Adds a picture with its file in one step. A file that the reports could not draw is refused.
pub(crate) fn add_picture(app: &mut App, of: AddPicture) -> Outcome<Changed> {
    let (name, shown, bytes) = file_of(&of)?;
    Picture::read(&bytes).map_err(|fault| refused(shown, &fault))?;
    let (register, _) = app.library.role(FieldRole::PictureCaption);
    let register = register.to_owned();
    let answers =
        [(FieldRole::PictureCaption, of.caption), (FieldRole::PictureAlternative, of.alternative)];
    let answers = answers.map(|(role, words)| (app.library.role(role).1.to_owned(), words));
    let facts = app.facts(&of.project)?;
    require_free(facts, of.id.as_ref())?;
    let answers = answers.map(|(field, words)| (field, Value::Line(words)));
    let values = first_answers(facts, &register, answers.into())?;
    let mut row = app.row(&register, of.id.map(|id| id.to_string()))?;
    row.values = values;
    let id = row.id.clone();
    let media_type = media_type(&name).to_owned();
    let done = app.workspace.transact(Some(&of.project), Op::AddPicture, |tx| {
        let row = {
            let id = row.id.clone();
            put_row(tx, row, &RowPosition::Last)?;
            Some(id)
        };
        let id = AttachmentId::new(tx.new_id()?).map_err(Fault::internal)?;
        Ok::<_, Fault>(tx.attach(NewAttachment { id, name, media_type, row, bytes })?)
    })?;
    Ok(made(app.changed(&of.project, &done)?, id))
}

/// The name of the file, the name that messages use, and the bytes.
fn file_of(of: &AddPicture) -> Outcome<(String, String, Vec<u8>)> {
    match (&of.path, &of.base64, &of.name) {
        (Some(path), None, name) => {
            let on_disk = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let name = name.clone().unwrap_or(on_disk);
            Ok((name, path.display().to_string(), bytes_of(path)?))
        }
        (None, Some(written), Some(name)) => {
            let bytes = STANDARD.decode(written).map_err(|e| {
                Fault::bad_arguments(msg::error_picture_base64(name)).with_detail(e.to_string())
            })?;
            Ok((name.clone(), name.clone(), bytes))
        }
        _ => Err(Fault::bad_arguments(msg::error_picture_path_or_bytes())),
    }
}

/// Why a file is not taken as a picture. The message names the file.
fn refused(shown: String, fault: &PictureFault) -> Fault {
    match fault {
        PictureFault::Empty => Fault::wrong_value(msg::error_attachment_empty(shown))
            .with_help(msg::error_attachment_empty_help()),
        PictureFault::Format => Fault::wrong_value(msg::error_picture_format(shown))
            .with_help(msg::error_picture_format_help()),
        PictureFault::Svg => Fault::wrong_value(msg::error_picture_svg(shown))
            .with_help(msg::error_picture_svg_help()),
        PictureFault::Pixels { width, height } => {
            let (width, height) = (width.to_string(), height.to_string());
            Fault::new(ErrorCode::TooLarge, msg::error_picture_pixels(shown, width, height))
                .with_help(msg::error_picture_pixels_help((MOST_PIXELS / MEGA).to_string()))
        }
        PictureFault::Cmyk => Fault::wrong_value(msg::error_picture_cmyk(shown))
            .with_help(msg::error_picture_cmyk_help()),
        PictureFault::Broken(what) => Fault::wrong_value(msg::error_picture_broken(shown))
            .with_help(msg::error_picture_broken_help())
            .with_detail(what),
    }
}

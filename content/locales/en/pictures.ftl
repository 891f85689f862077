# Pictures in forms.

change-add-picture = picture

error-picture-format = { $path } is no picture in PNG or JPEG.
error-picture-format-help = Nothing was attached. Open it in the program that it was drawn with, and save or export it as PNG.
error-picture-svg = { $path } is a drawing in SVG, which the reports can't print.
error-picture-svg-help = Nothing was attached. Export the drawing as PNG, about 2000 pixels wide, and attach that.
error-picture-pixels = { $path } is too large: { $width } by { $height } pixels.
error-picture-pixels-help = Nothing was attached. A picture may have { $most } million pixels; about 2000 by 3000 fill a page sharply. Make it smaller, or attach the part that is needed.
error-picture-cmyk = { $path } is a JPEG in the four colours of printing presses (CMYK).
error-picture-cmyk-help = Nothing was attached. Save it in the colours of the screen (RGB), or as PNG.
error-picture-path-or-bytes = A picture is named by "path", or made of "name" and "base64".
error-picture-base64 = The bytes of { $name } are not written as base64.
error-picture-broken = { $path } is broken: the picture in it can't be read to its end.
error-picture-broken-help = Nothing was attached. Export or copy it again, and look at it before.

report-picture = Picture { $number }: { $caption }
report-picture-not-drawn = { $picture } could not be drawn: { $why }.
report-picture-no-file = no file is attached
report-picture-empty = the file has no bytes
report-picture-format = the file is no PNG and no JPEG
report-picture-svg = the file is an SVG; a PNG can be printed
report-picture-pixels = { $width } by { $height } pixels are too many
report-picture-cmyk = the file is a JPEG in CMYK; RGB can be printed
report-picture-broken = the file is broken

picture-add = Add a picture …
picture-unseen = { $name } can't be shown

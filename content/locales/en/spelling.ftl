# Spelling: dictionaries, words that are not known, and the person's own words.

error-spelling-file = { $path } can't be read. It holds what you chose about spelling.
error-spelling-file-help = Nothing was changed. Repair the file, or move it to another folder to start with the usual settings.
error-spelling-texts = The texts have more than { $most } characters: they can't be checked at once.
error-word-known = “{ $word }” is ignored in this project already.
error-too-many-words = Your own dictionary has { $most } words: that is the most it takes.
error-no-word = “{ $word }” is not in your own dictionary.
error-no-single-word = “{ $word }” is not one word.
error-no-dictionary-folder = There is no folder { $path } on this computer now.
error-no-dictionary-folder-help = Nothing was changed. Choose the folder in which the dictionaries lie (files that end in .dic and .aff).
spelling-unreadable = The dictionary { $path } can't be read ({ $why }). Texts are not checked.
spelling-too-large = The dictionary { $path } has { $megabytes } MB, more than any dictionary. Texts are not checked.
spelling-broken = { $path } is damaged, or is not a dictionary. Texts are not checked.

spelling = Spelling
spelling-on = Check the spelling of texts
spelling-help = Words are checked with the dictionaries of this computer, in the language of each project. Nothing leaves the computer.
spelling-languages = Dictionaries
spelling-none = no dictionary found
spelling-get = Dictionaries are files that end in .dic and .aff. LibreOffice brings some; on Linux there are packages such as hunspell-en-gb.
spelling-folder = Folder of dictionaries
spelling-folder-system = that of the system
spelling-folder-choose = Choose a folder …
spelling-folder-back = Use those of the system
spelling-own = Your own dictionary
spelling-own-none = No words yet. Press { $keys } in a text, at a word that is underlined, to add one.
spelling-own-remove = Take “{ $word }” out
spelling-ignored = Ignored in this project
spelling-check-again = Check “{ $word }” again

spelling-of = Spelling of “{ $word }”
spelling-looking = Looking for words …
spelling-no-words = No suggestions.
spelling-add = Add to your own dictionary
spelling-ignore = Ignore in this project
spelling-all-right = No word after this place is unknown.
spelling-not-checked = Texts are not checked: there is no dictionary for this language, or spelling is switched off in the settings.
key-spelling = Go to the next word that is not known, and see others for it

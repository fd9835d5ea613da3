// Which language a page is written in, as far as its recognition gains by knowing.
#pragma once

#include <QVector>

#include "app/documents/document.h"

namespace floe::reader {

struct Language {
    const char* code;      // Tesseract's and, in Debian, the end of the package's name: "deu"
    const char* name;      // "German"
    const char* ordinary;  // words that are usual on bills and in letters, without accents, separated by spaces
};

/// English first.
const QVector<Language>& languages();

/// The language with the most different ordinary words among these; null where fewer than three tell, or no language
/// is clearly ahead of the others. Accents are not looked at: a model for another language may have missed them.
const Language* languageOf(const QVector<Word>& words);

/// Different ordinary words of any language among these.
int ordinaryWords(const QVector<Word>& words);

}  // namespace floe::reader

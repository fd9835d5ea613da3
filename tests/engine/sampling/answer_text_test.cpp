#include "engine/sampling/answer_text.h"

#include <gtest/gtest.h>

namespace floe {
namespace {

using Strings = std::vector<std::string>;

/// What is shown after each piece, and at the end.
Strings shown(const Strings& pieces, const Strings& stops = {}, bool drop_space = false) {
    AnswerText text(stops, drop_space);
    Strings result;
    for (const std::string& piece : pieces) result.push_back(text.add(piece));
    result.push_back(text.finish());
    return result;
}

std::string whole(const Strings& pieces, const Strings& stops = {}) {
    std::string text;
    for (const std::string& piece : shown(pieces, stops)) text += piece;
    return text;
}

TEST(AnswerText, ShowsEveryPieceAtOnceWhereNothingCanStopIt) {
    EXPECT_EQ(shown({"Once", " upon", " a time"}), (Strings{"Once", " upon", " a time", ""}));
}

TEST(AnswerText, NeverSplitsACharacter) {
    EXPECT_EQ(shown({"a\xC3", "\xA9", "b"}), (Strings{"a", "é", "b", ""}));
    EXPECT_EQ(shown({"\xF0", "\x9F", "\x98", "\x80!"}), (Strings{"", "", "", "😀!", ""}));
    EXPECT_EQ(shown({"\xE2\x82", "\xAC\xE2", "\x82\xAC"}), (Strings{"", "€", "€", ""}));
}

TEST(AnswerText, AnIncompleteCharacterAtTheEndIsReplaced) {
    EXPECT_EQ(shown({"a\xE2\x82"}), (Strings{"a", "\uFFFD"}));
    EXPECT_EQ(shown({"\xF0\x9F", "\x98"}), (Strings{"", "", "\uFFFD"}));
}

TEST(AnswerText, BytesOfNoCharacterAreReplaced) {
    EXPECT_EQ(whole({"a\x80z"}), "a\uFFFDz");
    EXPECT_EQ(whole({"\xC3", "z"}), "\uFFFDz");
    EXPECT_EQ(whole({"\xFF\xFE"}), "\uFFFD\uFFFD");
    EXPECT_EQ(whole({"\xC0\x80"}), "\uFFFD\uFFFD") << "overlong";
    EXPECT_EQ(whole({"\xE0\x9F\x80"}), "\uFFFD\uFFFD\uFFFD") << "overlong";
    EXPECT_EQ(whole({"\xED\xA0\x80"}), "\uFFFD\uFFFD\uFFFD") << "half a surrogate pair";
    EXPECT_EQ(whole({"\xF4\x90\x80\x80"}), "\uFFFD\uFFFD\uFFFD\uFFFD") << "above U+10FFFF";
    EXPECT_EQ(whole({"\xF0\x9F\x98", "é"}), "\uFFFDé") << "one for the longest beginning";
}

TEST(AnswerText, StopsWithinAPiece) {
    EXPECT_EQ(shown({"one.two"}, {"."}), (Strings{"one", ""}));
    EXPECT_EQ(shown({"one.two.three"}, {"three", "two"}), (Strings{"one.", ""})) << "the first in the text counts";
}

TEST(AnswerText, StopsOverTheBordersOfPieces) {
    EXPECT_EQ(shown({"end<", "|im", "_end|", "> more"}, {"<|im_end|>"}), (Strings{"end", "", "", "", ""}));
    EXPECT_EQ(whole({"a", "b", "c", "d"}, {"bc"}), "a");
    EXPECT_EQ(whole({"aa", "ab"}, {"aab"}), "a") << "the beginning overlaps itself";
}

TEST(AnswerText, WhatOnlyLookedLikeAStopIsShownLater) {
    EXPECT_EQ(shown({"a\n", "\nb"}, {"\n\n\n"}), (Strings{"a", "\n\nb", ""}));
    EXPECT_EQ(shown({"abab", "c"}, {"abac"}), (Strings{"ab", "abc", ""}));
    EXPECT_EQ(shown({"x<|"}, {"<|end|>"}), (Strings{"x", "<|"}));
}

TEST(AnswerText, AStopOfManyBytesCharacters) {
    EXPECT_EQ(shown({"ja\xC2", "\xBB nein"}, {"»"}), (Strings{"ja", "", ""}));
}

TEST(AnswerText, SaysNothingMoreAfterAStop) {
    AnswerText text({"."}, false);
    EXPECT_FALSE(text.stopped());
    EXPECT_EQ(text.add("yes. no"), "yes");
    EXPECT_TRUE(text.stopped());
    EXPECT_EQ(text.add("more"), "");
    EXPECT_EQ(text.finish(), "");
}

TEST(AnswerText, AnEmptyStopStringStopsNothing) {
    EXPECT_EQ(whole({"a", "b"}, {""}), "ab");
}

TEST(AnswerText, DropsOneSpaceOfTheFirstPieceWhereTheTokenizerAddedIt) {
    EXPECT_EQ(shown({" Once", " upon"}, {}, true), (Strings{"Once", " upon", ""}));
    EXPECT_EQ(shown({"", " Once", " upon"}, {}, true), (Strings{"", "Once", " upon", ""}));
    EXPECT_EQ(shown({"Once", " upon"}, {}, true), (Strings{"Once", " upon", ""}));
    EXPECT_EQ(shown({"  Once"}, {}, true), (Strings{" Once", ""}));
    EXPECT_EQ(shown({" Once"}, {}, false), (Strings{" Once", ""}));
}

/// Every way to cut a text into pieces gives the same answer, and only whole characters come.
TEST(AnswerText, TheAnswerDoesNotDependOnThePieces) {
    const std::string text = "aé€😀\x80<stap><sto<stop>z";
    for (unsigned cuts = 0; cuts < 1u << 15; ++cuts) {
        Strings pieces{""};
        for (size_t i = 0; i < text.size(); ++i) {
            if (cuts >> (i % 15) & 1) pieces.emplace_back();
            pieces.back() += text[i];
        }
        ASSERT_EQ(whole(pieces, {"<stop>"}), "aé€😀\uFFFD<stap><sto");
    }
}

}  // namespace
}  // namespace floe

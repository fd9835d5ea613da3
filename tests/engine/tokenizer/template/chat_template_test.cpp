#include "engine/tokenizer/template/chat_template.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/fixtures.h"

namespace floe {
namespace {

const std::vector<ChatMessage> kTalk{{"system", "Be brief."}, {"user", "Hi"}, {"assistant", " Hey "}, {"user", "2+2?"}};

std::string joined(const std::vector<ChatPiece>& pieces) {
    std::string all;
    for (const ChatPiece& piece : pieces) all += piece.text;
    return all;
}

std::string rendered(std::string_view jinja, const std::vector<ChatMessage>& messages) {
    const auto pieces = ChatTemplate::recognise(jinja).render(messages);
    return pieces ? joined(*pieces) : pieces.error().sentence();
}

TEST(ChatTemplate, EveryKindIsRecognisedByItsMarks) {
    const auto name = [](std::string_view jinja) { return ChatTemplate::recognise(jinja).name(); };
    EXPECT_EQ(name("{{'<|im_start|>' + role + content + '<|im_end|>'}}"), "chatml");
    EXPECT_EQ(name("<|start_header_id|> <|eot_id|>"), "llama-3");
    EXPECT_EQ(name("'<start_of_turn>' '<end_of_turn>'"), "gemma");
    EXPECT_EQ(name("'<|user|>' '<|assistant|>' '<|end|>' eos_token"), "phi-3");
    EXPECT_EQ(name("'<|user|>' '<|assistant|>' eos_token"), "zephyr");
    EXPECT_EQ(name("'[INST] <<SYS>>' '[/INST]'"), "llama-2");
    EXPECT_EQ(name("'[INST] ' '[/INST]'"), "mistral");
    EXPECT_EQ(name("'[INST]' '[/INST]'"), "mistral-nemo");
    EXPECT_EQ(name("{{ something else }}"), "plain");
    EXPECT_EQ(name(""), "plain");
}

TEST(ChatTemplate, SystemHasItsOwnTurnWhereThereIsOne) {
    EXPECT_EQ(rendered("<|im_start|><|im_end|>", kTalk),
              "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n Hey "
              "<|im_end|>\n<|im_start|>user\n2+2?<|im_end|>\n<|im_start|>assistant\n");
}

TEST(ChatTemplate, SystemSpeaksInsideTheUsersTurnElsewhere) {
    EXPECT_EQ(rendered("[INST]<<SYS>>", kTalk),
              "[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\nHi [/INST] Hey </s><s>[INST] 2+2? [/INST]");
    EXPECT_EQ(rendered("[INST][/INST]", kTalk), "[INST]Hi[/INST] Hey </s>[INST]Be brief.\n\n2+2?[/INST]");
}

TEST(ChatTemplate, PlainHasNames) {
    EXPECT_EQ(rendered("", kTalk), "Be brief.\n\nUser: Hi\nAssistant: Hey\nUser: 2+2?\nAssistant:");
    EXPECT_EQ(ChatTemplate::recognise("").stops(), std::vector<std::string>{"\nUser:"});
}

TEST(ChatTemplate, WhatAPersonWroteIsNeverMarkup) {
    const auto pieces = ChatTemplate::recognise("<|im_start|><|im_end|>").render({{"user", "<|im_end|>"}});
    ASSERT_TRUE(pieces);
    ASSERT_EQ(pieces->size(), 3u);
    EXPECT_FALSE((*pieces)[1].markup);
    EXPECT_EQ((*pieces)[1].text, "<|im_end|>");
}

TEST(ChatTemplate, OddConversationsAreRefusedWithASentence) {
    const ChatTemplate plain = ChatTemplate::recognise("");
    const auto fault = [&](const std::vector<ChatMessage>& messages) {
        const auto pieces = plain.render(messages);
        return pieces ? "fine" : pieces.error().sentence();
    };
    EXPECT_NE(fault({}).find("empty"), std::string::npos);
    EXPECT_NE(fault({{"robot", "x"}}).find("robot"), std::string::npos);
    EXPECT_NE(fault({{"user", "x"}, {"assistant", "y"}}).find("end with the user"), std::string::npos);
    EXPECT_NE(fault({{"system", "x"}}).find("end with the user"), std::string::npos);
    EXPECT_NE(fault({{"user", "x"}, {"system", "y"}, {"user", "z"}}).find("first"), std::string::npos);
}

/// Real templates, rendered by Python's Jinja2. Bos is ours to add elsewhere; a system turn that a template makes up
/// (Qwen) and one that it refuses (Gemma) are left out.
TEST(ChatTemplate, RealTemplatesRenderAsJinjaDoes) {
    FLOE_NEEDS_FIXTURE("chat-templates/rendered.golden.json");
    std::ifstream in(test::fixture("chat-templates/rendered.golden.json"));
    int compared = 0;
    for (const auto& golden : nlohmann::json::parse(in)) {
        const std::string name = golden["template"];
        const bool known = name.starts_with("google") || name.starts_with("microsoft") ||
                           name.starts_with("mistralai") || name.starts_with("Qwen");
        if (!known || !golden.contains("rendered") || !golden["add_generation_prompt"]) continue;
        std::vector<ChatMessage> messages;
        for (const auto& m : golden["messages"]) messages.push_back({m["role"], m["content"]});
        if (name.starts_with("Qwen") && messages[0].role != "system") continue;
        std::ifstream file(test::fixture("chat-templates/" + name));
        std::stringstream jinja;
        jinja << file.rdbuf();
        std::string expected = golden["rendered"];
        if (expected.starts_with("<s>")) expected.erase(0, 3);
        EXPECT_EQ(rendered(jinja.str(), messages), expected) << name;
        ++compared;
    }
    EXPECT_GE(compared, 10);
}

}  // namespace
}  // namespace floe

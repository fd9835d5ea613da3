#include "engine/format/gguf.h"

#include <gtest/gtest.h>

#include "support/fixtures.h"
#include "support/gguf_writer.h"

namespace floe {
namespace {

using test::GgufWriter;

constexpr uint32_t kF32 = 0, kQ8 = 8;

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text));
}

/// What the reader says of a file: "" where it takes it, else its sentence.
std::string sentence_of(const std::string& bytes, Fault kind = Fault::damaged_file) {
    const auto file = Gguf::parse(bytes_of(bytes), "bad.gguf");
    if (file) return "";
    EXPECT_EQ(file.error().kind, kind) << file.error().sentence();
    EXPECT_EQ(file.error().subject, "bad.gguf");
    EXPECT_FALSE(file.error().advice.empty());
    return file.error().sentence();
}

void says(const std::string& part, const std::string& bytes, Fault kind = Fault::damaged_file) {
    const std::string sentence = sentence_of(bytes, kind);
    EXPECT_NE(sentence.find(part), std::string::npos) << "said: " << sentence;
}

void add_floats(GgufWriter& file, const std::string& name, const std::vector<int64_t>& lengths) {
    int64_t values = 1;
    for (const int64_t length : lengths) values *= length;
    file.tensor(name, lengths, kF32, values * 4, [](int64_t at, std::span<std::byte> part) {
        std::fill(part.begin(), part.end(), static_cast<std::byte>(at + 1));
    });
}

TEST(Gguf, EveryKindOfValueIsReadAsItWasWritten) {
    GgufWriter file;
    file.text("text", "caf\xc3\xa9");
    file.u32("u32", 4000000000u);
    file.f32("f32", 0.1f);
    file.boolean("yes", true);
    file.entry("i64", GgufKind::i64, GgufWriter::number<int64_t>(-5));
    file.entry("u64", GgufKind::u64, GgufWriter::number<uint64_t>(~uint64_t{0}));
    file.entry("f64", GgufKind::f64, GgufWriter::number(0.1));
    file.entry("u8", GgufKind::u8, GgufWriter::number<uint8_t>(200));
    file.texts("texts", {"a", "", "bc"});
    file.i32s("numbers", {1, -2});
    const std::string bytes = file.bytes();
    const auto read = Gguf::parse(bytes_of(bytes), "test");
    ASSERT_TRUE(read) << read.error().sentence();
    const auto& f = **read;
    EXPECT_EQ(f.find("text")->text(), "caf\xc3\xa9");
    EXPECT_EQ(f.find("u32")->integer(), 4000000000);
    EXPECT_EQ(f.find("f32")->number(), 0.1f);
    EXPECT_EQ(f.find("f32")->integer(), std::nullopt);
    EXPECT_EQ(f.find("f32")->printed(), "0.1");
    EXPECT_EQ(f.find("yes")->boolean(), true);
    EXPECT_EQ(f.find("i64")->integer(), -5);
    EXPECT_EQ(f.find("u64")->integer(), std::nullopt);
    EXPECT_EQ(f.find("f64")->printed(), "0.1");
    EXPECT_EQ(f.find("u8")->integer(), 200);
    EXPECT_EQ(f.find("texts")->texts(), (std::vector<std::string_view>{"a", "", "bc"}));
    EXPECT_EQ(f.find("texts")->printed(), "[3 values]");
    EXPECT_EQ(f.find("texts")->numbers(), std::nullopt);
    EXPECT_EQ(f.find("numbers")->numbers(), (std::vector<double>{1, -2}));
    EXPECT_EQ(f.find("other"), nullptr);
    EXPECT_EQ(f.metadata().size(), 10u);
    EXPECT_EQ(f.metadata()[3].first, "yes");
}

TEST(Gguf, TensorsAreShapedRowsFirstAndPlacedInTheFile) {
    GgufWriter file;
    add_floats(file, "matrix", {2, 3});
    add_floats(file, "vector", {5});
    const std::string bytes = file.bytes();
    const auto read = Gguf::parse(bytes_of(bytes), "test");
    ASSERT_TRUE(read) << read.error().sentence();
    const GgufTensor* matrix = (*read)->find_tensor("matrix");
    EXPECT_EQ(matrix->shape, (Shape{2, 3, 1, 1}));
    EXPECT_EQ(matrix->bytes.size(), 24u);
    EXPECT_EQ(matrix->bytes[0], std::byte{1});
    EXPECT_EQ((*read)->find_tensor("vector")->dimensions, 1);
    EXPECT_EQ((*read)->find_tensor("vector")->bytes.data() - matrix->bytes.data(), 32);
    EXPECT_EQ((*read)->find_tensor("none"), nullptr);
}

TEST(Gguf, OtherFilesAndVersionsAreRefusedByName) {
    GgufWriter file;
    says("does not begin with \"GGUF\"", "");
    says("does not begin with \"GGUF\"", "GGU");
    says("does not begin with \"GGUF\"", "PK\3\4 a zip file, not a model");
    says("in the header", "GGUF");
    file.version = 1;
    says("version 1", file.bytes(), Fault::unsupported);
    file.version = 4;
    says("version 4", file.bytes(), Fault::unsupported);
    file.version = 0x03000000;
    says("big-endian", file.bytes(), Fault::unsupported);
    file.version = 2;
    EXPECT_EQ(sentence_of(file.bytes()), "");
}

TEST(Gguf, CountsAreHeldAgainstTheFilesSize) {
    const std::string head = "GGUF" + GgufWriter::number<uint32_t>(3);
    const auto with = [&](uint64_t tensors, uint64_t entries) {
        return head + GgufWriter::number(tensors) + GgufWriter::number(entries) + std::string(64, '\0');
    };
    says("count of tensors", with(~uint64_t{0}, 0));
    says("metadata entries", with(0, ~uint64_t{0}));
    says("1000 tensors", with(1000, 0));
    says("1000 metadata entries", with(0, 1000));
}

TEST(Gguf, DamagedValuesAreNamed) {
    const auto with = [](GgufKind kind, const std::string& value) {
        GgufWriter file;
        file.entry("some.key", kind, value);
        return file.bytes();
    };
    const auto array = [](GgufKind kind, uint64_t count) { return GgufWriter::array_head(kind, count); };
    says("\"some.key\"", with(GgufKind::text, GgufWriter::number<uint64_t>(1000)));
    says("\"some.key\"", with(GgufKind::text, GgufWriter::number<uint64_t>(~uint64_t{0})));
    says("kind of metadata entry 1, \"some.key\"", with(GgufKind{13}, ""));
    says("\"some.key\"", with(GgufKind::array, array(GgufKind::f64, uint64_t{1} << 61)));
    says("\"some.key\"", with(GgufKind::array, array(GgufKind::text, 1000)));
    says("kind of the elements", with(GgufKind::array, array(GgufKind{99}, 0)));
    says("arrays of arrays", with(GgufKind::array, array(GgufKind::array, 0)), Fault::unsupported);
    says("general.alignment", [] {
        GgufWriter file;
        file.u32("general.alignment", 24);
        return file.bytes();
    }());
    says("general.alignment", [] {
        GgufWriter file;
        file.u32("general.alignment", 0);
        return file.bytes();
    }());
}

TEST(Gguf, NamesStandOnce) {
    GgufWriter keys, tensors;
    keys.u32("twice", 1);
    keys.u32("twice", 2);
    says("\"twice\"", keys.bytes());
    add_floats(tensors, "double", {1});
    add_floats(tensors, "double", {1});
    says("\"double\"", tensors.bytes());
}

TEST(Gguf, ImpossibleTensorsAreNamed) {
    const auto with = [](const std::vector<int64_t>& lengths, uint32_t type, int64_t offset) {
        GgufWriter file;
        file.tensor_entry("odd", lengths, type, offset);
        return file.bytes();
    };
    says("\"odd\" has 5 dimensions", with({1, 1, 1, 1, 1}, kF32, 0));
    says("dimensions of tensor \"odd\"", with({0}, kF32, 0));
    says("\"odd\"", with({-1}, kF32, 0));
    says("dimensions of tensor \"odd\"", with({int64_t{1} << 40, int64_t{1} << 40}, kF32, 0));
    says("whole number of Q8_0 blocks", with({2, 33}, kQ8, 0));
    says("beyond the end", with({8}, kF32, 0));
    says("beyond the end", with({8}, kF32, INT64_MAX - 31));
    says("multiple of 32", with({8}, kF32, 8));
    says("number format 4,", with({8}, 4, 0), Fault::unsupported);
    says("number format 1000,", with({8}, 1000, 0), Fault::unsupported);
}

TEST(Gguf, EveryFormatOfGgmlHasItsNameAndSize) {
    EXPECT_STREQ(find_ggml_type(12)->name, "Q4_K");
    EXPECT_STREQ(find_ggml_type(39)->name, "MXFP4");
    EXPECT_EQ(find_ggml_type(4), nullptr);
    for (uint32_t id = 0; id < 64; ++id) {
        const GgmlType* type = find_ggml_type(id);
        if (!type || !type->dtype) continue;
        EXPECT_EQ(type->block_size, info(*type->dtype).block_size);
        EXPECT_EQ(type->block_bytes, info(*type->dtype).block_bytes);
        EXPECT_STREQ(type->name, info(*type->dtype).name);
    }
    EXPECT_EQ(supported_type_names().size(), 5u);
}

TEST(Gguf, FilesThatCannotBeOpenedAreSentences) {
    for (const std::string path : {"/nowhere/at/all.gguf", "/"}) {
        const auto file = Gguf::open(path);
        ASSERT_FALSE(file);
        EXPECT_EQ(file.error().kind, Fault::io);
        EXPECT_EQ(file.error().subject, path);
    }
}

TEST(Gguf, FilesOfOtherProgramsAreRead) {
    FLOE_NEEDS_FIXTURE("models/tiny-llama-q4_k_m.gguf");
    for (const auto& entry : std::filesystem::directory_iterator(test::fixture("models"))) {
        if (entry.path().extension() != ".gguf") continue;
        const auto file = Gguf::open(entry.path().string());
        ASSERT_TRUE(file) << file.error().sentence();
        EXPECT_GT((*file)->tensors().size(), 10u);
        const GgufTensor& last = (*file)->tensors().back();
        const auto end = last.bytes.data() + last.bytes.size() - (*file)->bytes().data();
        EXPECT_LE(end, static_cast<int64_t>((*file)->bytes().size()));
        EXPECT_GT(end + 64, static_cast<int64_t>((*file)->bytes().size())) << "sizes of blocks are right";
    }
}

}  // namespace
}  // namespace floe

//! Documents as word processors write them, and files that are none.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A document of word processors with this in its body, and these remarks.
fn docx(body: &str, comments: &str) -> Vec<u8> {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let mut parts = vec![("word/document.xml", format!("<w:document {w}><w:body>{body}</w:body></w:document>"))];
    if !comments.is_empty() {
        parts.push(("word/comments.xml", format!("<w:comments {w}>{comments}</w:comments>")));
    }
    zipped(&parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read_docx(body: &str, comments: &str) -> Vec<Paragraph> {
    read("draft.docx", &docx(body, comments)).unwrap().paragraphs
}

/// What each paragraph was and is, with who changed it.
fn told(body: &str) -> Vec<String> {
    let shown = |it: Paragraph| {
        let by: Vec<String> = it.changed_by.iter().map(|by| by.name.clone()).collect();
        let told = if it.was == it.text { it.text } else { format!("{}→{}", it.was, it.text) };
        let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
        format!("{}{told}{by}", if it.cell { "| " } else { "" })
    };
    read_docx(body, "").into_iter().map(shown).collect()
}

const INS: &str = "<w:ins w:id=\"1\" w:author=\"J Webb\" w:date=\"2026-03-02T10:00:00Z\">";
const DEL: &str = "<w:del w:id=\"2\" w:author=\"A Lee\" w:date=\"2026-03-03T10:00:00Z\">";

#[test]
fn paragraphs_of_a_word_processor_are_read_with_what_was_changed() {
    let ins = |text: &str| format!("{INS}<w:r><w:t>{text}</w:t></w:r></w:ins>");
    let del = |text: &str| format!("{DEL}<w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>");
    let run = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let p = |inside: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>{inside}</w:p>");
    let ended = |mark: &str, inside: &str| format!("<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{inside}</w:p>");
    let put = "<w:ins w:author=\"J Webb\"/>";
    let gone = "<w:del w:author=\"A Lee\"/>";
    for (body, expected) in [
        (p(&(run("A fo") + &run("x &amp; a &#x201C;hare&#8221;"))), vec!["A fox & a “hare”"]),
        (p(&(run("a ") + &ins("red ") + &run("fox"))), vec!["a fox→a red fox (J Webb)"]),
        (p(&(run("a ") + &del("red ") + &run("fox"))), vec!["a red fox→a fox (A Lee)"]),
        (p(&(run("a ") + &del("red") + &ins("blue") + &run(" fox"))), vec!["a red fox→a blue fox (A Lee, J Webb)"]),
        (p(&format!("{INS}{}</w:ins>{}", del("never"), run("there"))), vec!["there (J Webb, A Lee)"]),
        (ended(put, &ins("new")) + &p(&run("old")), vec!["→new (J Webb)", "old"]),
        (ended(gone, &del("gone")) + &p(&run("old")), vec!["gone→ (A Lee)", "old"]),
        (ended(gone, &run("one")) + &p(&run("two")), vec!["one→one two (A Lee)", "two→ (A Lee)"]),
        (ended(put, &run("one")) + &p(&run("two")), vec!["one two→one (J Webb)", "→two (J Webb)"]),
        (
            p(&run("<w:tab/>").replace(
                "<w:t xml:space=\"preserve\"><w:tab/></w:t>",
                "<w:t>1.</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:br w:type=\"page\"/>",
            )),
            vec!["1. x\ny"],
        ),
        (
            p(
                "<w:r><w:rPr><w:rPrChange w:author=\"A Lee\"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>same</w:t></w:r>",
            ),
            vec!["same"],
        ),
        (
            p("<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"),
            vec!["link"],
        ),
        (
            format!(
                "<w:tbl><w:tr><w:trPr>{put}</w:trPr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
                p(&run("a")),
                p(&run("b")),
                p(&del("c"))
            ),
            vec!["| a\nb", "| c→ (A Lee)"],
        ),
        (
            p("<w:moveFrom w:author=\"B\"><w:r><w:t>moved</w:t></w:r></w:moveFrom>")
                + &p(&run("between"))
                + &p("<w:moveTo w:author=\"B\"><w:r><w:t>moved</w:t></w:r></w:moveTo>"),
            vec!["moved→ (B)", "between", "→moved (B)"],
        ),
    ] {
        assert_eq!(told(&body), expected, "{body}");
    }
}

#[test]
fn what_stands_twice_for_older_programs_is_read_once() {
    let frame = "<w:txbxContent><w:p><w:r><w:t>inside</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>{frame}</mc:Choice><mc:Fallback>{frame}</mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>"
    );
    assert_eq!(told(&body), ["inside", "around"]);
}

#[test]
fn remarks_stand_beside_their_paragraph_with_who_made_them() {
    let body = "<w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:commentRangeStart w:id=\"4\"/><w:r><w:t>two</w:t></w:r>\
                <w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r></w:p>";
    let comments = "<w:comment w:id=\"4\" w:author=\"A Lee\" w:date=\"2026-03-03T10:00:00Z\"><w:p><w:r><w:t>Is this</w:t></w:r></w:p>\
                    <w:p><w:r><w:t>right?</w:t></w:r></w:p></w:comment>";
    let read = read_docx(body, comments);
    assert_eq!(read[0].remarks, []);
    let by = Author { name: "A Lee".to_owned(), on: NaiveDate::from_ymd_opt(2026, 3, 3) };
    assert_eq!(read[1].remarks, [Remark { by, text: "Is this right?".to_owned() }]);
}

fn plainly(name: &str, text: &str) -> Vec<String> {
    let read = read(name, text.as_bytes()).unwrap();
    read.paragraphs.into_iter().map(|it| if it.cell { format!("| {}", it.text) } else { it.text }).collect()
}

#[test]
fn plain_text_is_read_however_it_is_wrapped() {
    let text = "   Title\n   of it\n\nA paragraph that\r\ngoes on.\n\n1) one\n   goes on\n2) two\n\n> quoted\n> mail\n\n\
                Payee  | For\n-------+------\nJ Lee  | Hall\n       | hire\n-------+------\nTotal  |\n";
    assert_eq!(
        plainly("draft.txt", text),
        [
            "Title of it",
            "A paragraph that goes on.",
            "1) one goes on",
            "2) two",
            "quoted mail",
            "| Payee",
            "| For",
            "| J Lee",
            "| Hall hire",
            "| Total"
        ]
    );
}

#[test]
fn markdown_is_read_without_its_marks() {
    let text = "# Title\n\n**Bold** and\nso\\. on\\\nbelow\n\n1. one\n2. *two*\n\n- a\n- b\n\n> said\n\n| A | B |\n|---|---|\n| c | d<br> e |\n";
    assert_eq!(
        plainly("draft.md", text),
        ["Title", "Bold and so. on\nbelow", "one", "two", "a", "b", "said", "| A", "| B", "| c", "| d\n e"]
    );
}

#[test]
fn wide_text_and_marks_of_order_are_read() {
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("Café".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read("draft.txt", &wide).unwrap().paragraphs, [Paragraph::plain("Café")]);
    assert_eq!(read("draft.txt", b"\xef\xbb\xbfCaf\xc3\xa9").unwrap().paragraphs, [Paragraph::plain("Café")]);
}

#[test]
fn files_that_are_no_drafts_are_refused_in_plain_words() {
    let large = zipped(&[("word/document.xml", &vec![b' '; LARGEST + 1])]);
    for (name, bytes, said) in [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "an old Word"),
        ("a.pdf", b"%PDF-1.7".to_vec(), "is a PDF"),
        ("a.rtf", b"{\\rtf1".to_vec(), "RTF"),
        ("a.html", b"<!DOCTYPE html><p>x".to_vec(), "HTML"),
        ("a.odt", zipped(&[("mimetype", b"x"), ("content.xml", b"<x/>")]), "OpenDocument"),
        ("a.zip", zipped(&[("x", b"x")]), "no Word document is in it"),
        ("a.docx", b"PK\x03\x04 and nothing more".to_vec(), "is damaged"),
        ("a.docx", zipped(&[("word/document.xml", b"<w:document><w:p>")]), "breaks off"),
        ("a.docx", zipped(&[("word/document.xml", b"<a></b>")]), "breaks off or makes no sense"),
        ("a.docx", zipped(&[("word/document.xml", b"\xff\xfe")]), "is damaged"),
        ("a.docx", large, "unpacks to more than 64 MB"),
        ("a.docx", docx("<w:p/>", ""), "nothing to read"),
        ("a.txt", Vec::new(), "nothing to read"),
        ("a.txt", b" \n\n".to_vec(), "nothing to read"),
        ("a.txt", b"caf\xe9".to_vec(), "neither a Word document nor text in Unicode"),
        ("a.txt", b"a\0b".to_vec(), "neither"),
    ] {
        let problem = read(name, &bytes).unwrap_err();
        assert!(problem.what.contains(said) && problem.hint.is_some(), "{name}: {problem}");
        assert!(problem.what.contains(name), "{problem}");
    }
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, xml in "(<w:(p|r|t|ins|del|tc|pPr|rPr|br)/?>|</w:(p|r|t|ins|del|tc|pPr|rPr)>|a|&amp;){0,40}") {
        let _ = read("a.txt", &bytes);
        let _ = read("a.docx", &docx(&xml, &xml));
        let _ = read("a.md", xml.as_bytes());
    }
}

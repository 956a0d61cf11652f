use super::*;

#[test]
fn dump() {
    let text = compiled::body("cambridgeshire-police-and-crime-panel").unwrap();
    let (b, p) = body("body.toml", text);
    println!("{p}");
    let b = b.unwrap();
    println!("{:#?}", b);
    for a in compiled::agendas() {
        let (v, p) = agenda(a.name, a.text, &b);
        println!("{p}");
        println!("{:#?}", v.unwrap());
    }
}

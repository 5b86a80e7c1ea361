//! Rebuilds when a definition or a text is added: `include_dir!` alone does not see new files.

fn main() {
    println!("cargo:rerun-if-changed=queries");
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=reports");
}

//! Mounts the page.

fn main() {
    binome::web::app::mount();
}

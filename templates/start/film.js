import { film } from "../components/film/film.js";
import { FILM_READY } from "../components/film/ready.js";

// Follows the script of the destination in the same file, before the page comes to life; courses without films do without.
window.dispatchEvent(new CustomEvent(FILM_READY, { detail: film }));

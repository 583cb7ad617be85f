import { film } from "../components/film/film.js";
import { FILM_READY } from "../components/film/ready.js";

// The page waits for deferred scripts before it comes to life, so that a course without films need not load this one.
window.dispatchEvent(new CustomEvent(FILM_READY, { detail: film }));

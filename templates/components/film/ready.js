/** Name of the event by which the script of films hands over what it has. */
export const FILM_READY = "satchel-film";

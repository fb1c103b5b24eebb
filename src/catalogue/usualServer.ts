/**
 * The platform that is offered where somebody asks for a server and names none: a current one that
 * Linux lets peers write and read through, and of which figures were found. A bare `host` of a sketch
 * stays a platform that no list of the kernel names.
 */
export const USUAL_SERVER = 'turin';

/** NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where the password is the only factor. */
export const passwordLength = { least: 15, most: 256 };

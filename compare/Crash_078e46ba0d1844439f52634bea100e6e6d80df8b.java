import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_078e46ba0d1844439f52634bea100e6e6d80df8b {
    static final String base64Bytes = String.join("", "MZubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm4ubm5ubm5ubmwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACbl5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5uLm5ubm5ubm5sAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP//////ACUYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACbm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm6AgMSAx");

    public static void main(String[] args) throws Throwable {
        Crash_078e46ba0d1844439f52634bea100e6e6d80df8b.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = org.dl4jsuite.compare.fuzz.FuzzEntry.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = org.dl4jsuite.compare.fuzz.FuzzEntry.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        org.dl4jsuite.compare.fuzz.FuzzEntry.fuzzerTestOneInput(input);
    }
}